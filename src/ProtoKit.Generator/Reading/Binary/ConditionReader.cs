using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>Reads [When]: on which earlier field a field's presence depends.</summary>
internal static class ConditionReader
{
    /// <summary>False, after a report, when the condition says nothing, or the field could not be absent.</summary>
    public static bool TryRead(
        ProtocolScope scope, IParameterSymbol parameter, FieldModel model, IReadOnlyList<BinaryField> before, BinaryStep step, out WhenModel? when)
    {
        when = null;
        var mark = AppliedAttribute.On(parameter, RuntimeNames.When);
        if (mark is null)
        {
            if (!model.Nullable || SaysNull(step)) return true;
            scope.Report(parameter.TypePlace(), BinaryProblems.NeverAbsent, parameter.Name);
            return false;
        }

        if (!model.Nullable)
        {
            scope.Report(parameter.TypePlace(), BinaryProblems.NotNullable, parameter.Name);
            return false;
        }

        when = Of(scope, mark, before.Select(field => field.Model).ToList(), parameter.Name);
        return when is not null;
    }

    /// <summary>The condition that an attribute's member, Part, comparison and value say; null after a report.</summary>
    public static WhenModel? Of(ProtocolScope scope, AppliedAttribute mark, IReadOnlyList<FieldModel> fields, string what)
    {
        var values = mark.Values;
        var name = values.Count > 0 ? values[0].Value as string ?? "" : "";
        var field = fields.FirstOrDefault(field => field.Name == name);
        var part = mark.Text("Part");
        if (field is not null && part is not null) field = scope.Parts.Find(field.Item ?? "")?.Fields.FirstOrDefault(inner => inner.Name == part);
        if (field is not { Kind: FieldKind.Bool or FieldKind.Integer or FieldKind.Enum, Nullable: false })
        {
            scope.Report(part is null ? mark.PlaceOf(0) : mark.PlaceOf("Part"), BinaryProblems.NoSuchCondition, what, part is null ? name : $"{name}.{part}");
            return null;
        }

        var comparison = values.Count > 1 && values[1].Value is int kind ? (ComparisonKind)kind : ComparisonKind.Equal;
        if (values.Count < 3) return field.Kind == FieldKind.Bool ? new(name, part, ComparisonKind.Equal, 1, "true") : NoValue(scope, mark, field);
        if (ExpectReader.Number(field, values[2]) is { } value) return new(name, part, comparison, value, Constants.Shown(field, scope.Enums, value));
        scope.Report(mark.PlaceOf(2), BinaryProblems.WrongConstant, Constants.Of(values[2]), field.Name);
        return null;
    }

    private static WhenModel? NoValue(ProtocolScope scope, AppliedAttribute mark, FieldModel field)
    {
        scope.Report(mark.PlaceOf(0), BinaryProblems.WrongConstant, "true", field.Name);
        return null;
    }

    // A length or count in digits can be -1.
    private static bool SaysNull(BinaryStep step) =>
        step is BlockStep { Extent: { Kind: ExtentKind.Prefixed, Prefix.Form: NumberForm.Digits } }
            or ItemsStep { Extent: { Kind: ExtentKind.Prefixed, Prefix.Form: NumberForm.Digits } };
}
