using System.Buffers;
using System.Text;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Answering;

/// <summary>Bytes of a peer, made safe for a terminal as they arrive. Line ends and tabs stay what they are.</summary>
internal sealed class PrintableStream(TextWriter output) : Stream
{
    private byte[] cut = [];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        byte[] bytes = [.. cut, .. buffer];
        var whole = WholeCharacters(bytes);
        cut = bytes[whole..];
        Show(bytes.AsSpan(0, whole));
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return default;
    }

    public override void Flush() => output.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Show(cut);
        cut = [];
        base.Dispose(disposing);
    }

    // A character that a read cut in two waits for its other half, and so does a line end.
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [.., (byte)'\r']) return bytes.Length - 1;
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            if (Rune.DecodeFromUtf8(bytes[^back..], out _, out _) == OperationStatus.NeedMoreData) return bytes.Length - back;
        }

        return bytes.Length;
    }

    private void Show(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOfAny((byte)'\n', (byte)'\t') is >= 0 and var at)
        {
            output.Write(Printable.Of(at > 0 && bytes[at] == '\n' && bytes[at - 1] == '\r' ? bytes[..(at - 1)] : bytes[..at]));
            output.Write((char)bytes[at]);
            bytes = bytes[(at + 1)..];
        }

        output.Write(Printable.Of(bytes));
    }
}
