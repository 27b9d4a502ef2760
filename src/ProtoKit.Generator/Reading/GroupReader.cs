using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads the records that stand for several words at a time in a list, each once.</summary>
internal sealed class GroupReader
{
    private readonly Dictionary<string, bool> read = [];
    private readonly List<PartModel> models = [];

    public EquatableArray<PartModel> Models => models.ToEquatableArray();

    /// <summary>A plain record of the protocol: neither a message nor a token, and nothing that reads itself from one word.</summary>
    public static bool IsGroup(ProtocolScope scope, ITypeSymbol item) =>
        item is INamedTypeSymbol { IsRecord: true } record
        && SymbolEqualityComparer.Default.Equals(record.ContainingType, scope.Symbol)
        && !RoleReader.HasRole(record)
        && !FieldTypeReader.Parses(record);

    /// <summary>False, after a report, when the record is not made of single words.</summary>
    /// <param name="scope">The protocol.</param>
    /// <param name="record">The item of the list.</param>
    /// <param name="field">The list.</param>
    /// <param name="place">The list's type as written.</param>
    public bool Read(ProtocolScope scope, INamedTypeSymbol record, string field, Location place)
    {
        if (read.TryGetValue(record.Name, out var fits)) return fits;
        // Until it is read, it is none: not in itself either.
        read[record.Name] = false;
        if (FieldReader.ReadAll(scope, record) is not { } fields) return false;
        if (Oddity(record, fields) is { } odd)
        {
            scope.Report(place, OptionProblems.NotAGroup, field, record.Shown(), odd);
            return false;
        }

        var steps = fields.Select(one => (Step)new SlotStep(one.Name, one.Form, Lead: true, Optional: false, Stop: ""));
        models.Add(new(record.Name, record.IsValueType, fields.Select(one => one.Model).ToEquatableArray(), steps.ToEquatableArray()));
        return read[record.Name] = true;
    }

    private static string? Oddity(INamedTypeSymbol record, IReadOnlyList<FieldReading> fields)
    {
        if (MessageShape.Oddity(record) is { } odd) return "it is " + odd;
        return fields.Count == 0 ? "it has no fields" : fields.Select(Oddity).FirstOrDefault(field => field is not null);
    }

    private static string? Oddity(FieldReading field) => field switch
    {
        { IsOption: true } => $"'{field.Name}' is an option",
        { Model.Nullable: true } => $"'{field.Name}' may be absent",
        { Form: SlotForm.Rest } => $"'{field.Name}' takes the rest of its line",
        { Model.Kind: >= FieldKind.Words } => $"'{field.Name}' is more than a word",
        _ => null,
    };
}
