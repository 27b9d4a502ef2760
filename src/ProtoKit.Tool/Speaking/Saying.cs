using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>A command to be said: the message of the description, and a value for each of its fields.</summary>
/// <param name="Values">
/// By the field's name: a <c>string</c>, a list of them for words and for the words of groups, a <see cref="Body"/>, or null for what is absent.
/// </param>
internal sealed record Saying(MessageDescription Message, IReadOnlyDictionary<string, object?> Values) : IMessage<Saying>
{
    /// <summary>The records whose words the message's groups are.</summary>
    public IReadOnlyList<RecordDescription> Records { get; init; } = [];

    /// <summary>How a word of a list may stand on the wire: <c>word</c> or <c>quoted</c>.</summary>
    public string FormOf(StepDescription list, int index) =>
        Records.FirstOrDefault(record => record.Name == list.Record) is { } record ? record.Steps[index % record.Steps.Count].Form : "word";

    // Only a server asks this of a type; here each message answers for itself.
    static bool IMessage<Saying>.Closes => false;

    static bool IMessage<Saying>.Matches(ref FieldReader fields) => throw new NotSupportedException("a client reads no commands");

    static bool IMessage<Saying>.TryRead(ref FieldReader fields, out Saying message) => throw new NotSupportedException("a client reads no commands");

    static void IMessage<Saying>.Write(ref FieldWriter writer, in Saying message) => StepWriter.Write(ref writer, message);

    static MessageTail? IMessage<Saying>.TailOf(in Saying message) => StepWriter.TailOf(message);
}
