using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>Finds the end of what a server says by reading it, where nothing but its fields tells.</summary>
internal sealed class AnswerMeasure(ProtocolDescription protocol)
{
    private readonly StepReader reader = new(protocol);

    // What is told apart by nothing is asked last.
    private readonly MessageDescription[] answers =
        [.. protocol.Messages.Where(message => message.IsSaidByServer).OrderBy(message => message.Kind == "command").ThenBy(message => message.Tag is null)];

    /// <summary>Reads one message; false when it is none.</summary>
    public bool Measure(ref FieldReader fields)
    {
        var bits = answers.Select(BinaryMatch.Reach).DefaultIfEmpty(0).Max();
        if (bits > 0 && !fields.Has((bits + 7) / 8)) return false;
        foreach (var message in answers)
        {
            if (reader.Matches(ref fields, message)) return reader.TryRead(ref fields, message, out _, out _) || true;
        }

        return false;
    }
}
