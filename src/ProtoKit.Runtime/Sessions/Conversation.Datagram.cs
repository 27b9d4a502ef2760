using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class Conversation
{
    // Of the answer that was written last: the line end that it is owed if another one follows.
    private bool owesLineEnd;
    private bool emptyLine;

    /// <summary>An answer ends as its question did, so one to a line that the datagram's end has ended leaves its own line open too.</summary>
    private void OpenLine()
    {
        if (Format.NewLine != NewLine.AsReceived || output.Length == 0) return;
        output.Truncate(output.Length - 1);
        owesLineEnd = true;
        emptyLine = output.Length == 0 && sent == 0;
    }

    private void EndOpenLine()
    {
        if (!owesLineEnd) return;
        (owesLineEnd, emptyLine) = (false, false);
        output.GetSpan(1)[0] = (byte)'\n';
        output.Advance(1);
    }
}
