using System.Buffers;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class Conversation
{
    // A body of unknown length may have nothing in it.
    private const int RoomForUnknown = 16 * 1024;

    private async ValueTask WriteBodyAsync(Body body)
    {
        if (body.Mark is { } mark)
        {
            await PauseAsync(mark).ConfigureAwait(false);
            await CopyAsync(body, long.MaxValue).ConfigureAwait(false);
            await PauseAsync(mark).ConfigureAwait(false);
            if (!mark.Mark.IsEmpty) output.Write(mark.Mark.Span);
            return;
        }

        var length = body.Length ?? throw new NotWritableException("", "a body of unknown length has no place on this wire");
        var written = await CopyAsync(body, length).ConfigureAwait(false);
        if (written != length) throw new IOException($"a body of {length} bytes ended after {written}");
    }

    private async ValueTask<long> CopyAsync(Body body, long length)
    {
        long copied = 0;
        while (copied < length)
        {
            if (body is PlacedBody placed && placed.HasShare(output.Length, pipe.Output))
            {
                var before = sent + output.Length;
                await FlushInTurnAsync(hold: true, behind: placed).ConfigureAwait(false);
                copied += sent - before;
                continue;
            }

            var room = output.GetMemory(RoomFor(body, length - copied));
            if (room.Length > length - copied) room = room[..(int)(length - copied)];
            var count = await body.ReadAsync(room, breaking.Token).ConfigureAwait(false);
            if (count == 0) break;
            output.Advance(count);
            copied += count;
            if (output.Length >= FlushAt) await FlushInTurnAsync(hold: copied < length).ConfigureAwait(false);
        }

        return copied;
    }

    // One read for one flush, when there is so much.
    private int RoomFor(Body body, long left) => body.Length is null
        ? RoomForUnknown
        : (int)Math.Min(Math.Max(FlushAt - output.Length, RoomForUnknown), left);

    private async ValueTask PauseAsync(BodyMark mark)
    {
        await FlushInTurnAsync().ConfigureAwait(false);
        if (mark.Gap > TimeSpan.Zero) await Task.Delay(mark.Gap, Clock, breaking.Token).ConfigureAwait(false);
        ThrowIfClosed();
    }
}
