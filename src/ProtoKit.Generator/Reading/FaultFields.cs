using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads which kind a fault answers, and whether it can be filled without the user's doing.</summary>
internal static class FaultFields
{
    private const string Any = "Any";
    private const string None = "None";

    /// <summary>The member of FaultKind; null for every kind that no other fault answers.</summary>
    public static string? Answers(ProtocolScope scope, AppliedAttribute role)
    {
        var member = Member(scope, role);
        return member == Any ? null : member;
    }

    public static bool Check(ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role, IReadOnlyList<FieldReading> fields)
    {
        if (Member(scope, role) is not { } member)
        {
            scope.Report(role.PlaceOf("Answers"), ProtocolProblems.NotAValue, Digits(role.Number("Answers") ?? 0), "FaultKind");
            return false;
        }

        var correlated = ConversationReader.Correlated(scope);
        var fits = true;
        foreach (var field in fields)
        {
            var named = field.Name is "Code" or "Message";
            if (named && field.Model.Kind != FieldKind.Text) Report(MessageProblems.FaultTextNotString, field);
            else if (!named && field.Name != correlated && !field.Model.Nullable && member != None) Report(MessageProblems.UnfillableFault, field);
        }

        return fits;

        void Report(DiagnosticDescriptor descriptor, FieldReading field)
        {
            fits = false;
            scope.Report(field.Place, descriptor, field.Name, type.Name);
        }
    }

    private static string? Member(ProtocolScope scope, AppliedAttribute role)
    {
        if (role.Number("Answers") is not { } value) return Any;
        var kinds = scope.Compilation.GetTypesByMetadataName(RuntimeNames.FaultKind).FirstOrDefault();
        return kinds?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(kind => kind.ConstantValue is int known && known == value)?.Name;
    }

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}
