using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>A command to be said: the message of the description, and a value for each of its fields.</summary>
/// <param name="Values">
/// By the field's name: a <c>string</c>, a list of them for words and for the words of groups, a <see cref="PartValue"/> or a list of them, a <see cref="Body"/>, or null for what is absent.
/// </param>
internal sealed record Saying(MessageDescription Message, IReadOnlyDictionary<string, object?> Values) : IMessage<Saying>
{
    /// <summary>Where the records and the enums are that the message is made of.</summary>
    public ProtocolDescription Protocol { get; init; } = new();

    /// <summary>How a word of a list may stand on the wire: <c>word</c> or <c>quoted</c>.</summary>
    public string FormOf(StepDescription list, int index) =>
        Protocol.Record(list.Record) is { } record ? record.Steps[index % record.Steps.Count].Form : "word";

    /// <summary>What a word of a list is.</summary>
    public string KindOf(StepDescription list, int index) => Protocol.Record(list.Record) is { } record
        ? record.Fields.FirstOrDefault(field => field.Name == record.Steps[index % record.Steps.Count].Field)?.Kind ?? ""
        : Message.Field(list.Field)?.ItemKind ?? "";

    // Only a server asks this of a type; here each message answers for itself.
    static bool IMessage<Saying>.Closes => false;

    static bool IMessage<Saying>.Matches(ref FieldReader fields) => throw new NotSupportedException("a client reads no commands");

    static bool IMessage<Saying>.TryRead(ref FieldReader fields, out Saying message) => throw new NotSupportedException("a client reads no commands");

    static void IMessage<Saying>.Write(ref FieldWriter writer, in Saying message) => StepWriter.Write(ref writer, message);

    static MessageTail? IMessage<Saying>.TailOf(in Saying message) => StepWriter.TailOf(message);
}
