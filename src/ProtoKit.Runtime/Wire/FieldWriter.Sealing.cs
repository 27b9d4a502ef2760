using System.Buffers;

namespace ProtoKit.Wire;

// What a frame of bytes has besides its fields.
public ref partial struct FieldWriter
{
    /// <summary>Leaves room for the header's length, which is written when the frame is handed over.</summary>
    public void FrameLength()
    {
        lengthRoom = format.Framing is HeaderFraming header ? header.Length.Least : throw new InvalidOperationException("the wire's header has no length");
        Room(lengthRoom);
        length += lengthRoom;
    }

    /// <summary>Repeats these bytes of the header of the message that is answered; zero when there is none.</summary>
    public void Echo(int offset, int size)
    {
        var room = Room(size)[..size];
        room.Clear();
        if (offset + size <= head.Length) head.Span.Slice(offset, size).CopyTo(room);
        length += size;
    }

    internal void FillLength(int lengthAt, WireNumber form, int adjust, ChecksumForm? checksum)
    {
        if (lengthRoom < 0) throw new InvalidOperationException("the header was written without its length");
        var behind = length - lengthAt - lengthRoom + (checksum?.Size ?? 0L) + adjust;
        var size = form.SizeOf(behind);
        if (size < 0) throw new NotWritableException("", $"the message has {behind} bytes behind its length, which cannot be said there");
        Move(lengthAt + lengthRoom, lengthAt + size);
        form.Write(frame.Slice(lengthAt, size), behind);
        lengthRoom = -1;
        AppendChecksum(checksum);
    }

    internal void AppendChecksum(ChecksumForm? checksum)
    {
        if (checksum is not null)
        {
            var sum = checksum.Of(Said);
            checksum.Write(Room(checksum.Size), sum);
            length += checksum.Size;
        }

        CheckLength(length);
    }

    internal void FillUp(int size)
    {
        if (length > size) throw new NotWritableException("", $"the message has {length} bytes; {size} are the most");
        Room(size - length)[..(size - length)].Clear();
        length = size;
    }

    internal void Mark(byte start, byte end)
    {
        if (Said.IndexOfAny(start, end) is >= 0 and var at)
            throw new NotWritableException("", $"the message holds the byte {frame[at]:x2}, which delimits messages");
        Move(0, 1);
        frame[0] = start;
        Append([end]);
    }

    internal void Stuff(StuffingForm stuffing)
    {
        var plain = Said.ToArray();
        length = 0;
        length = stuffing.Do(plain, Room((int)Math.Min(stuffing.Most(plain.Length) + 1, Array.MaxLength)));
        Append([stuffing.Delimiter]);
    }

    private void Seal() => format.Framing.Seal(ref this);

    private readonly FieldWriter Copy()
    {
        var copy = this;
        copy.output = null;
        copy.frame = copy.rented = ArrayPool<byte>.Shared.Rent(Math.Max(length, 1));
        Said.CopyTo(copy.frame);
        return copy;
    }

    // Moves what was written from there on to another place.
    private void Move(int from, int to)
    {
        if (from == to) return;
        if (to > from) Room(to - from);
        frame.Slice(from, length - from).CopyTo(frame[to..]);
        length += to - from;
    }
}
