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
    private const string BadArgument = "BadArgument";

    /// <summary>The member of FaultKind; null for every kind that no other fault answers.</summary>
    public static string? Answers(ProtocolScope scope, AppliedAttribute role)
    {
        var member = Member(scope, role);
        return member == Any ? null : member;
    }

    /// <summary>The member of ArgumentTrouble; null for any trouble.</summary>
    public static string? Trouble(ProtocolScope scope, AppliedAttribute role)
    {
        var member = Member(scope, role, "Trouble", RuntimeNames.ArgumentTrouble);
        return member == Any ? null : member;
    }

    public static bool Check(ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role, IReadOnlyList<FieldReading> fields)
    {
        if (Member(scope, role) is not { } member)
        {
            scope.Report(role.PlaceOf("Answers"), ProtocolProblems.NotAValue, Digits(role.Number("Answers") ?? 0), "FaultKind");
            return false;
        }

        if (!CheckTrouble(scope, role, member)) return false;
        var correlated = ConversationReader.Correlated(scope);
        var fits = true;
        foreach (var field in fields)
        {
            var named = field.Name is "Code" or "Message" or "Command" or "Words";
            if (IsCode(scope, field)) fits &= CheckCode(scope, field);
            else if (named && field.Model.Kind != FieldKind.Text) Report(MessageProblems.FaultTextNotString, field);
            else if (!named && field.Name != correlated && !field.Model.Nullable && member != None) Report(MessageProblems.UnfillableFault, field);
        }

        return fits;

        void Report(DiagnosticDescriptor descriptor, FieldReading field)
        {
            fits = false;
            scope.Report(field.Place, descriptor, field.Name, type.Name);
        }
    }

    // In bytes, a code is a number, and the enum's members say what each stands for.
    private static bool IsCode(ProtocolScope scope, FieldReading field) =>
        field is { Name: "Code", Model.Kind: FieldKind.Enum } && scope.Wire.Kind == WireKind.Binary;

    private static bool CheckCode(ProtocolScope scope, FieldReading field)
    {
        if (scope.Enums.Models.First(model => model.Type == field.Model.Type).Words.Any(word => word.Answers.Contains(Any))) return true;
        scope.Report(field.Place, BinaryProblems.NoCodeForAll, field.Name);
        return false;
    }

    // Only what is wrong with arguments has troubles.
    private static bool CheckTrouble(ProtocolScope scope, AppliedAttribute role, string answers)
    {
        if (Member(scope, role, "Trouble", RuntimeNames.ArgumentTrouble) is not { } trouble)
            scope.Report(role.PlaceOf("Trouble"), ProtocolProblems.NotAValue, Digits(role.Number("Trouble") ?? 0), "ArgumentTrouble");
        else if (trouble != Any && answers != BadArgument) scope.Report(role.PlaceOf("Trouble"), MessageProblems.TroubleOfNothing, trouble, answers);
        else return true;
        return false;
    }

    private static string? Member(ProtocolScope scope, AppliedAttribute role) => Member(scope, role, "Answers", RuntimeNames.FaultKind);

    private static string? Member(ProtocolScope scope, AppliedAttribute role, string name, string choices)
    {
        if (role.Number(name) is not { } value) return Any;
        var kinds = scope.Compilation.GetTypesByMetadataName(choices).FirstOrDefault();
        return kinds?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(kind => kind.ConstantValue is int known && known == value)?.Name;
    }

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}
