using System.Numerics;
using System.Text.Json;

namespace ProtoKit.Reference;

/// <summary>A protocol of bytes as its emitted description tells it: what the interpreter of bytes and envelopes knows.</summary>
public sealed record BinaryProtocol(
    string Name,
    BinaryWire Wire,
    IReadOnlyDictionary<string, BinaryEnum> Enums,
    IReadOnlyDictionary<string, BinaryPart> Records,
    IReadOnlyDictionary<string, IReadOnlyList<BinaryPart>> Unions,
    IReadOnlyList<BinaryMessage> Messages)
{
    /// <summary>Reads the JSON that the generator emits.</summary>
    public static BinaryProtocol Parse(string json)
    {
        var root = JsonDocument.Parse(json).RootElement;
        return new BinaryProtocol(
            root.Text("name"),
            WireOf(root.GetProperty("wire")),
            root.List("enums").ToDictionary(one => one.Text("type"), EnumOf),
            root.List("records").ToDictionary(one => one.Text("name"), PartOf),
            root.List("unions").ToDictionary(one => one.Text("name"), one => (IReadOnlyList<BinaryPart>)[.. one.List("cases").Select(PartOf)]),
            [.. root.List("messages").Select(MessageOf)]);
    }

    /// <summary>The commands that may begin an exchange.</summary>
    public IEnumerable<BinaryMessage> Commands => Messages.Where(message => message is { Kind: "command", Follows: "" });

    private static BinaryWire WireOf(JsonElement wire)
    {
        var framing = wire.TryGetProperty("framing", out var given) ? given : wire;
        return new BinaryWire(
            wire.Text("kind"),
            wire.Number("maxFrame"),
            new BinaryFraming(
                framing.Text("kind"), (int)framing.Number("lengthAt"), framing.Maybe("length", BinarySteps.Number), (int)framing.Number("adjust"),
                (int)framing.Number("size"), framing.Text("stuffing"), (byte)framing.Number("start"), (byte)framing.Number("end")),
            wire.Maybe("checksum", sum => new BinaryChecksum(sum.Text("kind"), sum.Text("order") == "little")),
            wire.Text("kind") != "envelope" ? null : new EnvelopeRules(
                wire.Number("maxArguments"), wire.Flag("ignoreCase"), wire.Flag("inline"), wire.Text("union"), wire.Text("list"), wire.Text("item"),
                wire.Text("number"), (int)wire.Number("verb")));
    }

    private static BinaryEnum EnumOf(JsonElement one)
    {
        var values = one.List("values").Select(value => (BigInteger)value.GetInt64()).ToArray();
        var words = one.List("words").Select((word, at) => (Word: word.GetString()!, Value: values.Length > at ? values[at] : at)).ToArray();
        return new BinaryEnum(words.ToDictionary(word => word.Word, word => word.Value), one.Flag("flags"));
    }

    private static BinaryPart PartOf(JsonElement part) => new(
        part.Text("name"), (byte)part.Number("tag"), part.List("fields").ToDictionary(field => field.Text("name"), FieldOf), BinarySteps.All(part));

    private static BinaryMessage MessageOf(JsonElement message) => new(
        message.Text("name"),
        message.Text("kind"),
        message.Text("layout") == "binary",
        message.Flag("enveloped"),
        message.TryGetProperty("tag", out var tag) ? tag.GetInt64() : null,
        message.Text("verb"),
        message.Text("match"),
        message.Text("follows"),
        message.Flag("closes"),
        PartOf(message));

    private static BinaryField FieldOf(JsonElement field) => new(
        field.Text("type"), field.Text("kind"), field.Flag("nullable"), field.Text("item"), field.Text("itemKind"), (int)field.Number("maxBytes"),
        field.Maybe("rules", RulesOf) ?? BinaryRules.None,
        [.. field.List("excludes").Select(name => name.GetString()!)]);

    private static BinaryRules RulesOf(JsonElement rules) => new(
        rules.Text("least"), rules.Text("most"), [.. rules.List("oneOf").Select(one => one.GetString()!)], rules.Number("maxBytes"), rules.Number("atLeast"));
}

/// <summary>How bytes become messages. <paramref name="Kind"/> is binary or envelope.</summary>
public sealed record BinaryWire(string Kind, long MaxFrame, BinaryFraming Framing, BinaryChecksum? Checksum, EnvelopeRules? Envelope);

/// <summary>Where frames end. <paramref name="Kind"/> is header, fields, fixed, stuffed or marked.</summary>
public sealed record BinaryFraming(string Kind, int LengthAt, BinaryNumber? Length, int Adjust, int Size, string Stuffing, byte Start, byte End);

/// <summary>What ends each frame.</summary>
public sealed record BinaryChecksum(string Kind, bool Little);

/// <summary>The message that commands arrive in; the cases by their names.</summary>
public sealed record EnvelopeRules(long MaxArguments, bool IgnoreCase, bool Inline, string Union, string List, string Item, string Number, int Verb);

/// <summary>An enum. Of <paramref name="Flags"/>, every combination is a value.</summary>
public sealed record BinaryEnum(IReadOnlyDictionary<string, BigInteger> Words, bool Flags);

/// <summary>A record, or a case of a union, with what stands in its bytes.</summary>
public sealed record BinaryPart(string Name, byte Tag, IReadOnlyDictionary<string, BinaryField> Fields, IReadOnlyList<BinaryStep> Steps);

/// <summary>One field of a part.</summary>
public sealed record BinaryField(
    string Type, string Kind, bool Nullable, string Item, string ItemKind, int MaxBytes, BinaryRules Rules, IReadOnlyList<string> Excludes)
{
    /// <summary>What one item of the list is; of other fields, the field itself.</summary>
    public (string Kind, string Type) Single => ItemKind.Length > 0 ? (ItemKind, Item) : (Kind, Type);
}

/// <summary>What a value has to be beyond its type; numbers as text, none as empty or 0.</summary>
public sealed record BinaryRules(string Least, string Most, IReadOnlyList<string> OneOf, long MaxBytes, long AtLeast)
{
    /// <summary>Anything goes.</summary>
    public static BinaryRules None { get; } = new("", "", [], 0, 0);
}

/// <summary>One message. <paramref name="IsBinary"/>: it is bytes, and no words.</summary>
public sealed record BinaryMessage(
    string Name, string Kind, bool IsBinary, bool Enveloped, long? Tag, string Verb, string Match, string Follows, bool Closes, BinaryPart Part);
