using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads the parameters of a record's primary constructor, each with its attributes.</summary>
internal static class FieldReader
{
    /// <summary>Null, after a report, when one of them cannot be a field.</summary>
    public static IReadOnlyList<FieldReading>? ReadAll(ProtocolScope scope, INamedTypeSymbol record)
    {
        var fields = new List<FieldReading>();
        var whole = true;
        foreach (var parameter in record.PrimaryParameters())
        {
            scope.Cancel.ThrowIfCancellationRequested();
            if (Read(scope, parameter) is { } field) fields.Add(field);
            else whole = false;
        }

        return whole ? fields : null;
    }

    private static FieldReading? Read(ProtocolScope scope, IParameterSymbol parameter)
    {
        if (parameter.Name.Length == 0)
        {
            scope.IsUnreadable = true;
            return null;
        }

        if (parameter.RefKind != RefKind.None || parameter.IsParams)
        {
            scope.Report(parameter.Place(), FieldProblems.ByReference, parameter.Name, Modifier(parameter));
            return null;
        }

        if (!Binary.BinaryMarks.Absent(scope, parameter)) return null;
        var marks = new FieldMarks(parameter);
        var reader = new FieldTypeReader(scope, parameter.Name, parameter.TypePlace());
        if (reader.Read(parameter.Type, marks.Lines is not null) is not { } type) return null;
        if (!marks.Check(scope, type)) return null;
        if (RuleReader.Read(scope, parameter, type) is not { } rules) return null;
        var model = new FieldModel(
            parameter.Name,
            type.Name,
            type.Kind,
            type.IsValueType,
            type.Nullable,
            marks.Secret is not null,
            type.Item,
            type.ItemKind,
            type.TokenMax,
            marks.File?.Text()) { Rules = rules, Excludes = marks.Excluded };
        return marks.Apply(scope, new(model, parameter.Place()));
    }

    private static string Modifier(IParameterSymbol parameter) => parameter switch
    {
        { IsParams: true } => "params",
        { RefKind: RefKind.Out } => "out",
        { RefKind: RefKind.In } => "in",
        { RefKind: RefKind.Ref } => "ref",
        _ => "ref readonly",
    };
}
