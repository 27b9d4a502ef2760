using System.Buffers;
using System.Collections;
using System.Text;

namespace ProtoKit.Wire;

/// <summary>The lines that follow a message's head.</summary>
public abstract class LineTail : MessageTail
{
    /// <summary>The same lines, to be written.</summary>
    /// <param name="lines">The list.</param>
    /// <param name="until">The line that ends it; null when it was counted.</param>
    /// <exception cref="NotWritableException">There is no list.</exception>
    public static LineTail Of<T>(IReadOnlyList<T> lines, string? until = null)
        where T : IMessage<T> => lines switch
        {
            LineList<T> received when received.EndsWith(until) => received,
            null => throw new NotWritableException("", "the message has a list that is null"),
            _ => new LineList<T>(lines, until),
        };

    /// <summary>Reads lines until the list is whole; call again with more bytes after <see cref="ReadStatus.NeedMore"/>.</summary>
    public abstract ReadStatus Read(WireInput input, long maxBytes);

    /// <summary>Throws <see cref="NotWritableException"/> when a line cannot be said.</summary>
    public abstract void Check(WireFormat format);

    /// <summary>Writes lines from <paramref name="next"/> on until about 64 KiB are written; false when none is left.</summary>
    public abstract bool Write(WireFormat format, IBufferWriter<byte> output, bool crLf, ref int next);
}

/// <summary>A list of lines: given by the user to be written, or filled from the wire.</summary>
/// <typeparam name="T">The [Line] record.</typeparam>
public sealed class LineList<T> : LineTail, IReadOnlyList<T>
    where T : IMessage<T>
{
    private const int Batch = 64 * 1024;

    private readonly IReadOnlyList<T> lines;
    private readonly List<T>? received;
    private readonly long expected;
    private readonly byte[]? until;
    private long bytes;

    /// <summary>A list to be written.</summary>
    public LineList(IReadOnlyList<T> lines, string? until)
    {
        this.lines = lines;
        this.until = until is null ? null : Encoding.UTF8.GetBytes(until);
    }

    /// <summary>A list to be read.</summary>
    /// <param name="count">How many lines there are; -1 when <paramref name="until"/> ends the list.</param>
    /// <param name="until">The line that ends the list.</param>
    public LineList(long count, string? until = null)
    {
        // Memory follows what has arrived, never what was announced.
        lines = received = [];
        expected = count;
        this.until = until is null ? null : Encoding.UTF8.GetBytes(until);
    }

    /// <inheritdoc/>
    public int Count => lines.Count;

    internal bool EndsWith(string? line) => line is null ? until is null : until is not null && Encoding.UTF8.GetBytes(line).AsSpan().SequenceEqual(until);

    /// <inheritdoc/>
    public T this[int index] => lines[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => lines.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => lines.GetEnumerator();

    /// <inheritdoc/>
    public override ReadStatus Read(WireInput input, long maxBytes)
    {
        while (until is not null || received!.Count < expected)
        {
            var before = input.Consumed;
            var status = input.ReadFrame(out var frame);
            if (status != ReadStatus.Done) return status;
            if (until is not null && frame.Span.SequenceEqual(until)) return ReadStatus.Done;

            // The lines stay when the receive buffer has gone on.
            var fields = new FieldReader(input, frame, copies: true);
            bytes += input.Consumed - before;
            if (maxBytes >= 0 && bytes > maxBytes) fields.Fail(FaultKind.BodyTooLarge, null, $"the lines are more than {maxBytes} bytes");
            if (!T.Matches(ref fields)) fields.Fail(FaultKind.BadArgument, null, "the line is not what a line of this list looks like");
            if (!T.TryRead(ref fields, out var line)) return input.Refuse(fields);
            received!.Add(line);
        }

        return ReadStatus.Done;
    }

    /// <inheritdoc/>
    public override void Check(WireFormat format)
    {
        foreach (var line in lines)
        {
            var writer = new FieldWriter(format);
            try
            {
                T.Write(ref writer, line);
                if (until is not null && writer.Equals(until)) throw new NotWritableException("", "a line equals the one that ends the list");
                writer.Check();
            }
            finally
            {
                writer.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public override bool Write(WireFormat format, IBufferWriter<byte> output, bool crLf, ref int next)
    {
        var written = 0;
        for (; next < lines.Count; next++)
        {
            if (written >= Batch) return true;
            var writer = new FieldWriter(format, crLf);
            try
            {
                T.Write(ref writer, lines[next]);
                written += writer.Commit(output);
            }
            finally
            {
                writer.Dispose();
            }
        }

        if (until is null) return false;
        var end = new FieldWriter(format, crLf);
        end.Literal(until);
        end.Commit(output);
        end.Dispose();
        return false;
    }
}
