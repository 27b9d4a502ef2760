using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting.Binary;

/// <summary>Steps of bytes, framings and unions as JSON.</summary>
internal static class BinaryDescription
{
    public static string Wire(WireModel wire) => wire.Kind == WireKind.Binary
        ? new Json().Add("kind", "binary").Add("maxFrame", wire.MaxFrame).Raw("framing", Framing(wire.Framing))
            .Raw("checksum", wire.Checksum is { } sum ? Checksum(sum) : "{}").ToString()
        : new Json().Add("kind", "envelope").Add("maxFrame", wire.MaxFrame).Add("maxArguments", wire.MaxArguments).Add("ignoreCase", wire.IgnoreCase)
            .Add("inline", wire.Envelope!.Inline).Add("union", wire.Envelope.Union).Add("list", wire.Envelope.List).Add("item", wire.Envelope.Item)
            .Add("number", wire.Envelope.Number.Length == 0 ? null : wire.Envelope.Number).Add("verb", wire.Envelope.Verb).ToString();

    public static string Part(PartModel part, ProtocolModel protocol) => new Json()
        .Add("name", part.Name)
        .Raw("fields", Json.Array(part.Fields, field => DescriptionEmitter.Field(field, protocol)))
        .Raw("steps", Json.Array(part.Steps, DescriptionEmitter.Step))
        .ToString();

    public static string Union(UnionModel union, ProtocolModel protocol) =>
        new Json().Add("name", union.Name).Raw("cases", Json.Array(union.Cases, one => Case(one, protocol))).ToString();

    public static string Step(BinaryStep step) => Step(step, new Json()).Raw("when", step.When is { } when ? When(when) : "{}").ToString();

    public static string When(WhenModel when) => new Json().Add("member", when.Member).Add("part", when.Part)
        .Add("comparison", CSharp.Camel(when.Comparison.ToString())).Add("value", (long?)when.Value).ToString();

    private static Json Step(BinaryStep step, Json json) => step switch
    {
        NumberStep number => json.Add("step", "number").Add("field", Named(number.Field)).Add("name", Named(number.Name)).Raw("number", Number(number.Number))
            .Add("expect", number.Expect).Add("role", number.Role == NumberRole.None ? null : CSharp.Camel(number.Role.ToString())).Add("adjust", number.Adjust),
        BlockStep block => json.Add("step", "block").Add("field", Named(block.Field)).Raw("extent", Extent(block.Extent)).Add("expect", block.Expect),
        ItemsStep items => json.Add("step", "items").Add("field", items.Field).Raw("extent", Extent(items.Extent)).Raw("item", Step(items.Item)),
        RecordStep record => json.Add("step", "record").Add("field", Named(record.Field)).Add("record", record.Record),
        UnionStep union => json.Add("step", "union").Add("field", Named(union.Field)).Add("union", union.Union),
        _ => json,
    };

    private static string Case(CaseModel one, ProtocolModel protocol) => new Json()
        .Add("name", one.Name)
        .Add("tag", (long?)one.Tag)
        .Raw("fields", Json.Array(one.Fields, field => DescriptionEmitter.Field(field, protocol)))
        .Raw("steps", Json.Array(one.Steps, DescriptionEmitter.Step))
        .ToString();

    private static string Framing(FramingModel framing) => framing.Kind switch
    {
        FramingKind.Header => new Json().Add("kind", "header").Add("lengthAt", (long?)framing.LengthAt).Raw("length", Number(framing.Length!)).Add("adjust", framing.Adjust).ToString(),
        FramingKind.Fixed => new Json().Add("kind", "fixed").Add("size", framing.Size).ToString(),
        FramingKind.Stuffed => new Json().Add("kind", "stuffed").Add("stuffing", CSharp.Camel(framing.Stuffing)).ToString(),
        FramingKind.Marked => new Json().Add("kind", "marked").Add("start", (long?)framing.Start).Add("end", (long?)framing.End).ToString(),
        _ => new Json().Add("kind", "fields").ToString(),
    };

    private static string Checksum(ChecksumModel sum) =>
        new Json().Add("kind", CSharp.Camel(sum.Kind)).Add("order", sum.LittleEndian ? "little" : "big").ToString();

    private static string Number(NumberModel number) => number.Form switch
    {
        NumberForm.Bits => new Json().Add("form", "bits").Add("bits", number.Bits).ToString(),
        NumberForm.VarInt => new Json().Add("form", "varInt").Add("maxBytes", number.MaxBytes).Add("order", Order(number)).Add("zigZag", number.Signed).ToString(),
        NumberForm.Digits => new Json().Add("form", "digits").Add("end", number.End).Add("signed", number.Signed).ToString(),
        _ => new Json().Add("form", "fixed").Add("bits", number.Bits).Add("order", Order(number)).Add("signed", number.Signed).ToString(),
    };

    private static string Extent(ExtentModel extent) => extent.Kind switch
    {
        ExtentKind.Prefixed => new Json().Add("kind", "prefixed").Raw("prefix", Number(extent.Prefix!)).Add("after", Named(extent.After)).ToString(),
        ExtentKind.Fixed => new Json().Add("kind", "fixed").Add("size", extent.Size).Add("pad", (long?)extent.Pad).ToString(),
        ExtentKind.Terminated => new Json().Add("kind", "terminated").Add("end", extent.End).ToString(),
        _ => new Json().Add("kind", "rest").ToString(),
    };

    private static string Order(NumberModel number) => number.LittleEndian ? "little" : "big";

    private static string? Named(string name) => name.Length == 0 ? null : name;
}
