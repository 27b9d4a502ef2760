namespace ProtoKit.Tool.Asking;

/// <summary>A body on its way out, which tells how far it is.</summary>
/// <param name="name">What it is called in front of people.</param>
internal sealed class SentBody(Body body, string name) : Body
{
    private long sent;

    public override long? Length => body.Length;

    public string Name => name;

    /// <summary>Called with the bytes that have left.</summary>
    public Action<long>? Progress { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        var count = await body.ReadAsync(buffer, cancel);
        sent += count;
        Progress?.Invoke(sent);
        return count;
    }

    public override async ValueTask DisposeAsync()
    {
        await body.DisposeAsync();
        await base.DisposeAsync();
    }
}
