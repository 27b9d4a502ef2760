using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads what the protocol class itself is: its kind, its name, its port.</summary>
internal static class ClassReader
{
    private const string MoveToNamespace = "Declare it directly in a namespace";

    /// <summary>False when nothing could be generated into such a class, whatever is in it.</summary>
    public static bool CheckShape(ProtocolScope scope, AppliedAttribute role)
    {
        var symbol = scope.Symbol;
        var name = role.OwnerPlace;
        if (Oddity(symbol) is { } odd)
        {
            scope.Report(name, ProtocolProblems.UnsupportedShape, symbol.Name, odd.What, odd.Cure);
            return false;
        }

        if (!symbol.IsPartial()) scope.Report(name, ProtocolProblems.NotPartial, symbol.Name);
        if (!symbol.IsSealed) scope.Report(name, ProtocolProblems.NotSealed, symbol.Name);
        return !scope.HasErrors;
    }

    /// <summary>Lower case letters, digits and hyphens, beginning with a letter; null (after a report) for anything else.</summary>
    public static string? ReadName(ProtocolScope scope, AppliedAttribute role)
    {
        if (role.Text() is not { } name)
        {
            // The compiler has told what is missing or wrong.
            scope.IsUnreadable = true;
            return null;
        }

        var fits = name.Length > 0 && name[0] is >= 'a' and <= 'z' && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
        if (!fits) scope.Report(role.FirstPlace, ProtocolProblems.BadName, name);
        return fits ? name : null;
    }

    public static int ReadPort(ProtocolScope scope, AppliedAttribute role) => NumberReader.Read(scope, role, "Port", 0, 0, 65535);

    private static (string What, string Cure)? Oddity(INamedTypeSymbol symbol) => symbol switch
    {
        { ContainingType: not null } => ("nested in another type", MoveToNamespace),
        { IsGenericType: true } => ("generic", "Remove its type parameters"),
        { IsFileLocal: true } => ("local to its file", "Make it public or internal"),
        { IsStatic: true } => ("static", "Make it sealed instead"),
        { IsRecord: true } => ("a record", "Make it a class"),
        { TypeKind: not TypeKind.Class } => ("not a class", "Make it a class"),
        { IsAbstract: true } => ("abstract", "Make it sealed instead"),
        _ => null,
    };
}
