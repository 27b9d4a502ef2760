using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>Lowers the parameters of a record to steps of bytes.</summary>
internal static class BinaryFieldReader
{
    /// <summary>Null, after reports, when one of them cannot be a field.</summary>
    public static IReadOnlyList<BinaryField>? ReadAll(ProtocolScope scope, INamedTypeSymbol record)
    {
        var fields = new List<BinaryField>();
        var whole = true;
        foreach (var parameter in record.PrimaryParameters())
        {
            scope.Cancel.ThrowIfCancellationRequested();
            if (Read(scope, parameter, fields) is { } field) fields.Add(field);
            else whole = false;
        }

        return whole ? fields : null;
    }

    private static BinaryField? Read(ProtocolScope scope, IParameterSymbol parameter, List<BinaryField> before)
    {
        if (parameter.Name.Length == 0)
        {
            scope.IsUnreadable = true;
            return null;
        }

        if (parameter.RefKind != RefKind.None || parameter.IsParams)
        {
            scope.Report(parameter.Place(), FieldProblems.ByReference, parameter.Name, parameter.IsParams ? "params" : "ref");
            return null;
        }

        if (BinaryType.Read(scope, parameter.Name, parameter.Type, parameter.TypePlace()) is not { } type) return null;
        if (!BinaryMarks.Fit(scope, parameter, type)) return null;
        if (StepOf(scope, parameter, type) is not { } step) return null;
        if (RuleReader.Read(scope, parameter, AsField(type)) is not { } rules) return null;
        var model = Model(parameter, type) with { Rules = rules };
        if (!ConditionReader.TryRead(scope, parameter, model, before, step, out var when)) return null;
        if (ExpectReader.Apply(scope, parameter, model, step) is not { } expecting) return null;
        return new(model, expecting with { When = when }, parameter.Place(), AppliedAttribute.On(parameter, RuntimeNames.Header), parameter);
    }

    // What a rule asks of a type does not depend on the wire.
    private static FieldType AsField(BinaryType type) => type.Item is { } item
        ? new(type.Name, FieldKind.Words, false, type.Nullable, item.Name, item.Kind)
        : new(type.Name, type.Kind, type.IsValueType, type.Nullable);

    private static FieldModel Model(IParameterSymbol parameter, BinaryType type) => new(
        parameter.Name,
        type.Name,
        type.Kind,
        type.IsValueType,
        type.Nullable,
        AppliedAttribute.On(parameter, RuntimeNames.Secret) is not null,
        type.Item?.Name ?? (type.Part.Length > 0 ? type.Part : null),
        type.Item?.Kind ?? FieldKind.Text,
        (type.Item ?? type).TokenMax);

    private static BinaryStep? StepOf(ProtocolScope scope, IParameterSymbol parameter, BinaryType type)
    {
        if (type.Kind != FieldKind.Items) return Single(scope, parameter, type, parameter.Name, inList: false);
        var extent = ExtentMarks.OfList(scope, parameter);
        var item = Single(scope, parameter, type.Item!, "", inList: true);
        return extent is null || item is null ? null : new ItemsStep(parameter.Name, extent, item);
    }

    private static BinaryStep? Single(ProtocolScope scope, IParameterSymbol parameter, BinaryType type, string field, bool inList) => type.Kind switch
    {
        FieldKind.Record => new RecordStep(field, type.Part),
        FieldKind.Union => new UnionStep(field, type.Part),
        FieldKind.Text or FieldKind.Bytes or FieldKind.Parsed => ExtentMarks.OfBlock(scope, parameter, inList) is { } extent ? new BlockStep(field, extent) : null,
        _ => NumberMarks.Read(scope, parameter, type) is { } number ? new NumberStep(field, number, Role: RoleOf(parameter), Adjust: AdjustOf(parameter)) : null,
    };

    private static NumberRole RoleOf(IParameterSymbol parameter)
    {
        if (AppliedAttribute.On(parameter, RuntimeNames.Tag) is not null) return NumberRole.Tag;
        if (AppliedAttribute.On(parameter, RuntimeNames.FrameLength) is not null) return NumberRole.Length;
        return AppliedAttribute.On(parameter, RuntimeNames.EchoMark) is not null ? NumberRole.Echo : NumberRole.None;
    }

    private static int AdjustOf(IParameterSymbol parameter) => AppliedAttribute.On(parameter, RuntimeNames.FrameLength)?.Number("Adjust") ?? 0;
}
