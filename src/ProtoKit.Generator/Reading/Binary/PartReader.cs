using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>Reads the records and unions that are parts of messages, each once, when a field first has one.</summary>
internal sealed class PartReader
{
    private readonly Dictionary<string, PartModel?> parts = [];
    private readonly HashSet<string> reading = [];
    private readonly List<INamedTypeSymbol> unions = [];

    /// <summary>The records, in the order of their names.</summary>
    public EquatableArray<PartModel> Models =>
        parts.Values.Where(part => part is not null).Select(part => part!).OrderBy(part => part.Name, System.StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The unions that something asked for.</summary>
    public IReadOnlyList<INamedTypeSymbol> Unions => unions;

    /// <summary>Takes the union down, to be read once the whole protocol is known: it may hold itself.</summary>
    public void Ask(INamedTypeSymbol union)
    {
        if (unions.All(other => other.Name != union.Name)) unions.Add(union);
    }

    /// <summary>The part, when it has been read.</summary>
    public PartModel? Find(string name) => parts.TryGetValue(name, out var part) ? part : null;

    /// <summary>Reads the record unless it was; false, after a report, when it cannot be a part.</summary>
    public bool Need(ProtocolScope scope, INamedTypeSymbol record)
    {
        if (parts.TryGetValue(record.Name, out var known)) return known is not null;
        if (!reading.Add(record.Name))
        {
            scope.Report(record.Place(), BinaryProblems.EndlessRecord, record.Name);
            return false;
        }

        parts[record.Name] = Read(scope, record);
        return parts[record.Name] is not null;
    }

    private static PartModel? Read(ProtocolScope scope, INamedTypeSymbol record)
    {
        if (MessageShape.Oddity(record) is { } odd)
        {
            scope.Report(record.Place(), MessageProblems.UnsupportedShape, record.Name, odd);
            return null;
        }

        if (BinaryFieldReader.ReadAll(scope, record) is not { } fields || !LayoutRules.Check(scope, fields, wholeBytes: false)) return null;
        var tag = TagOf(record);
        var steps = tag is null ? fields.Select(field => (Step)field.Step) : fields.Select(field => (Step)field.Step).Prepend(Tag(tag.Value));
        return new(record.Name, record.IsValueType, fields.Select(field => field.Model).ToEquatableArray(), steps.ToEquatableArray());
    }

    /// <summary>A tag of one byte that nothing holds.</summary>
    public static NumberStep Tag(byte tag) => new("", new(NumberForm.Fixed, 8), tag, NumberRole.Tag);

    // An item of a list may be a message of its own, with its tag.
    private static byte? TagOf(INamedTypeSymbol record) =>
        new[] { RuntimeNames.Reply, RuntimeNames.Command }
            .Select(role => AppliedAttribute.On(record, role)?.Values.FirstOrDefault())
            .Select(tag => tag is { } given && given.Value is not string ? Constants.Byte(given) : null)
            .FirstOrDefault(tag => tag is not null);
}
