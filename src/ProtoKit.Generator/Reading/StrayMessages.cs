using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Finds messages that no protocol class holds, which nobody would ever read otherwise.</summary>
internal static class StrayMessages
{
    public static readonly string[] Roles = [RuntimeNames.Command, RuntimeNames.Reply, RuntimeNames.Fault, RuntimeNames.Line];

    /// <summary>Cheap, by name only: no class around it is said to be a protocol. What is in one need not be looked up after every edit.</summary>
    public static bool MayBe(SyntaxNode node) => node.Parent is not TypeDeclarationSyntax owner || !owner.AttributeLists.Any(list => list.Attributes.Any(IsProtocol));

    /// <summary>The problem, if the record stands outside; never throws.</summary>
    public static EquatableArray<Problem> Find(GeneratorAttributeSyntaxContext context, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var symbol = context.TargetSymbol;
        if (symbol.ContainingType is { } owner && AppliedAttribute.On(owner, RuntimeNames.Protocol) is not null) return EquatableArray<Problem>.Empty;
        if (symbol.Name.Length == 0 || context.Attributes.FirstOrDefault()?.AttributeClass is not { } role) return EquatableArray<Problem>.Empty;
        var shown = role.Name.EndsWith("Attribute", StringComparison.Ordinal) ? role.Name.Substring(0, role.Name.Length - 9) : role.Name;
        return new[] { Problem.At(symbol.Place(), MessageProblems.OutsideProtocol, symbol.Name, shown) }.ToEquatableArray();
    }

    private static bool IsProtocol(AttributeSyntax attribute)
    {
        var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name is AliasQualifiedNameSyntax aliased ? aliased.Name : attribute.Name;
        return name is IdentifierNameSyntax { Identifier.ValueText: "Protocol" or "ProtocolAttribute" };
    }
}
