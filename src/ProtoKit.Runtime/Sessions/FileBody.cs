using System.IO.Pipelines;
using Microsoft.Win32.SafeHandles;

namespace ProtoKit.Sessions;

/// <summary>
/// A run of an open file, read at its offset, so that nothing else that reads the file moves it. What the system holds in memory is sent without
/// being read, or read at once; what has to come from a disk is waited for elsewhere.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="start">Where the body begins in it.</param>
/// <param name="length">Its bytes.</param>
/// <param name="owner">What is disposed with the body; null: the file itself.</param>
internal sealed class FileBody(SafeFileHandle file, long start, long length, Stream? owner = null) : PlacedBody
{
    private const int LargestShare = 256 * 1024;

    private readonly FileAtHand atHand = new(file);
    private long position;
    private bool cannotBeSent;
    private IFileOutput? output;

    public override long? Length => length;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        var room = buffer[..(int)Math.Min(buffer.Length, length - position)];
        if (room.IsEmpty) return new(0);
        if (!atHand.TryRead(room.Span, start + position, out var count)) return ReadSlowAsync(room, cancel);
        position += count;
        return new(count);
    }

    public override ValueTask DisposeAsync()
    {
        if (owner is not null) return owner.DisposeAsync();
        file.Dispose();
        return default;
    }

    internal override bool HasShare(int before, PipeWriter to)
    {
        output ??= to as IFileOutput;
        return output is not null && !cannotBeSent && length - position >= Share && atHand.Holds(start + position + NextShare - 1);
    }

    internal override ValueTask<FlushResult> SendAsync(ReadOnlyMemory<byte> before, PipeWriter to) =>
        output!.SendFileAsync(before, file, start + position, Share, NextShare);

    internal override int Advance()
    {
        var sent = output!.FileBytesSent;
        // Whoever reads it now will see what the matter is.
        cannotBeSent = sent < Share;
        position += sent;
        return sent;
    }

    private int NextShare => (int)Math.Min(LargestShare, length - position);

    private async ValueTask<int> ReadSlowAsync(Memory<byte> room, CancellationToken cancel)
    {
        var count = await RandomAccess.ReadAsync(file, room, start + position, cancel).ConfigureAwait(false);
        position += count;
        return count;
    }
}
