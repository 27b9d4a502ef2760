using System.Text;

namespace ProtoKit.Reference;

/// <summary>What a stream of bytes came to: the same for a parser under test and for the interpreter, or one of the two is wrong.</summary>
/// <param name="Events">Each command with its canonical bytes and its body, each fault with its kind, in order.</param>
/// <param name="Consumed">Bytes that were used up.</param>
/// <param name="Ending">How it stopped.</param>
public sealed record Said(IReadOnlyList<string> Events, long Consumed, Ending Ending)
{
    /// <summary>The event of a command that was read.</summary>
    /// <param name="name">The command.</param>
    /// <param name="head">Its line, written again from its values.</param>
    /// <param name="tail">Its body, or its lines written again; null when it has neither.</param>
    public static string Command(string name, ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail) =>
        tail.IsEmpty ? $"{name} {Shown(head)}" : $"{name} {Shown(head)} | {Shown(tail)}";

    /// <summary>The event of a refusal.</summary>
    /// <param name="kind">The kind's code word.</param>
    public static string Fault(string kind) => "refused: " + kind;

    /// <summary>Equal content.</summary>
    public bool Same(Said other) => Consumed == other.Consumed && Ending == other.Ending && Events.SequenceEqual(other.Events);

    /// <summary>Bytes as ASCII, with <c>\xNN</c> for the rest.</summary>
    public static string Shown(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var value in bytes)
        {
            if (value is >= 0x20 and < 0x7F and not (byte)'\\') text.Append((char)value);
            else if (value == '\r') text.Append("\\r");
            else if (value == '\n') text.Append("\\n");
            else if (value == '\\') text.Append("\\\\");
            else text.Append($"\\x{value:x2}");
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("\n", Events.Append($"{Ending} after {Consumed} bytes"));
}

/// <summary>How a stream of bytes stopped.</summary>
public enum Ending
{
    /// <summary>Behind a whole command, or before the first.</summary>
    BetweenCommands,

    /// <summary>In the middle of a command, or of bytes that were being skipped.</summary>
    CutShort,

    /// <summary>A command or a fault closed the conversation.</summary>
    Closed,
}
