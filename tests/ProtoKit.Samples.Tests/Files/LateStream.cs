namespace Samples.Tests;

/// <summary>A body of no bytes, during which something happens.</summary>
internal sealed class LateStream(Func<Task> meanwhile) : MemoryStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await meanwhile();
        return 0;
    }
}
