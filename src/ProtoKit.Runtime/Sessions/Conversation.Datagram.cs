using System.Buffers;
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

    // The line is ended when it is certain that another one follows.
    private void AppendBehindOpenLine<T>(in T message, ReadOnlyMemory<byte> head)
        where T : IMessage<T>
    {
        var writer = new FieldWriter(Format, Input.EndedWithCrLf, head);
        try
        {
            T.Write(ref writer, message);
            writer.Check();
            (owesLineEnd, emptyLine) = (false, false);
            output.Write("\n"u8);
            writer.Commit(output);
            if (Input.EndedWithInput) OpenLine();
        }
        finally
        {
            writer.Dispose();
        }
    }
}
