using System.Numerics;
using System.Text.Json;

namespace ProtoKit.Reference;

/// <summary>One thing that stands in bytes, or among the words of an envelope; what a step of its sort does not have is empty.</summary>
public sealed record BinaryStep(
    string Step,
    string Field,
    string Name,
    BinaryNumber? Number,
    BinaryExtent? Extent,
    BinaryStep? Item,
    string Part,
    BigInteger? Expect,
    string? ExpectText,
    string Role,
    BinaryCondition? When,
    WordStep Word);

/// <summary>What a step of words has.</summary>
public sealed record WordStep(string Form, string Text, string Word, bool Optional);

/// <summary>How a number stands in bytes. <paramref name="Form"/> is fixed, bits, varInt or digits.</summary>
public sealed record BinaryNumber(string Form, int Bits, bool Little, bool Signed, int MaxBytes, bool ZigZag, string End);

/// <summary>How far something reaches. <paramref name="Kind"/> is prefixed, fixed, terminated or rest.</summary>
public sealed record BinaryExtent(string Kind, BinaryNumber? Prefix, string After, int Size, byte Pad, string End)
{
    /// <summary>Its number can say that nothing is there.</summary>
    public bool SaysNull => Prefix is { Form: "digits" };
}

/// <summary>When a field is there.</summary>
public sealed record BinaryCondition(string Member, string Part, string Comparison, BigInteger Value);

/// <summary>Steps out of JSON.</summary>
internal static class BinarySteps
{
    public static IReadOnlyList<BinaryStep> All(JsonElement part) => [.. part.List("steps").Select(Step)];

    public static BinaryNumber Number(JsonElement number) => new(
        number.Text("form"), (int)number.Number("bits"), number.Text("order") == "little", number.Flag("signed"), (int)number.Number("maxBytes"),
        number.Flag("zigZag"), number.Text("end"));

    private static BinaryStep Step(JsonElement step) => new(
        step.Text("step"),
        step.Text("field"),
        step.Text("name"),
        step.Maybe("number", Number),
        step.Maybe("extent", Extent),
        step.Maybe("item", Step),
        step.Text("record") + step.Text("union"),
        step.TryGetProperty("expect", out var expect) && expect.ValueKind == JsonValueKind.Number ? expect.GetInt64() : null,
        expect.ValueKind == JsonValueKind.String ? expect.GetString() : null,
        step.Text("role"),
        step.Maybe("when", When),
        new WordStep(step.Text("form"), step.Text("text"), step.Text("word"), step.Flag("optional")));

    private static BinaryExtent Extent(JsonElement extent) => new(
        extent.Text("kind"), extent.Maybe("prefix", Number), extent.Text("after"), (int)extent.Number("size"), (byte)extent.Number("pad"), extent.Text("end"));

    private static BinaryCondition When(JsonElement when) =>
        new(when.Text("member"), when.Text("part"), when.Text("comparison"), when.Number("value"));

    public static string Text(this JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    public static bool Flag(this JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.GetBoolean();

    public static long Number(this JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetInt64() : 0;

    public static IEnumerable<JsonElement> List(this JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.EnumerateArray() : [];

    public static T? Maybe<T>(this JsonElement of, string name, Func<JsonElement, T> read)
        where T : class => of.TryGetProperty(name, out var value) ? read(value) : null;
}
