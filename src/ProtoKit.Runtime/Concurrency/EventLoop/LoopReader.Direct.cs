using System.IO.Pipelines;
using Microsoft.Win32.SafeHandles;
using ProtoKit.Sessions;

namespace ProtoKit.Concurrency.EventLoop;

/// <content>Receiving into the memory of whoever reads.</content>
internal sealed partial class LoopReader : IDirectInput
{
    private Memory<byte> direct;

    public int BytesReceived { get; private set; }

    public ValueTask<ReadResult> ReceiveAsync(Memory<byte> room)
    {
        (direct, BytesReceived) = (room, 0);
        return ReadAsync();
    }

    public long MoveTo(SafeFileHandle file, long at, long most) => channel.MoveTo(file, at, most);

    private void Take(int count)
    {
        if (direct.IsEmpty) buffer.Take(count);
        else BytesReceived = count;
    }
}
