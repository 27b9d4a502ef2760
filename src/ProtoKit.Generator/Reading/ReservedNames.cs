using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;

namespace ProtoKit.Generator.Reading;

/// <summary>Names that are generated into every protocol class.</summary>
internal static class ReservedNames
{
    private static readonly string[] Names =
    [
        "Session", "IServer", "Client", "Rig", "ServeAsync", "Service", "Description", "Wire", "TryRead",
        "OpenedAsync", "ClosedAsync",
    ];

    public static void Check(ProtocolScope scope)
    {
        foreach (var member in scope.Symbol.GetMembers().Where(member => Array.IndexOf(Names, member.Name) >= 0))
            scope.Report(member.Place(), ProtocolProblems.ReservedName, member.Name, scope.Name);
    }
}
