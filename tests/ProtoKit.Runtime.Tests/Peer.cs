using System.IO.Pipelines;
using System.Text;

namespace RuntimeTests;

/// <summary>The other end of a connection, by hand: says bytes, hears lines. It never waits longer than ten seconds.</summary>
internal sealed class Peer(IDuplexPipe pipe)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public IDuplexPipe Pipe => pipe;

    public Task SayAsync(string text) => SayAsync(Encoding.UTF8.GetBytes(text));

    public async Task SayAsync(ReadOnlyMemory<byte> bytes) => await pipe.Output.WriteAsync(bytes).AsTask().WaitAsync(Patience);

    public async Task<string> AskAsync(string text)
    {
        await SayAsync(text);
        return await LineAsync();
    }

    /// <summary>The next line without its end; what there is, when the connection ends.</summary>
    public async Task<string> LineAsync()
    {
        while (true)
        {
            var result = await pipe.Input.ReadAsync().AsTask().WaitAsync(Patience);
            var end = System.Buffers.BuffersExtensions.PositionOf(result.Buffer, (byte)'\n');
            var line = Encoding.UTF8.GetString(end is { } at ? result.Buffer.Slice(0, at) : result.Buffer).TrimEnd('\r');
            if (end is null && !result.IsCompleted)
            {
                pipe.Input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }

            pipe.Input.AdvanceTo(end is { } cut ? result.Buffer.GetPosition(1, cut) : result.Buffer.End);
            return line;
        }
    }

    public async Task<byte[]> BytesAsync(int count)
    {
        var result = await pipe.Input.ReadAtLeastAsync(count).AsTask().WaitAsync(Patience);
        var bytes = System.Buffers.BuffersExtensions.ToArray(result.Buffer.Slice(0, Math.Min(count, result.Buffer.Length)));
        pipe.Input.AdvanceTo(result.Buffer.GetPosition(bytes.Length));
        return bytes;
    }

    /// <summary>Everything up to the end of the connection.</summary>
    public async Task<string> RestAsync()
    {
        var rest = new MemoryStream();
        await pipe.Input.CopyToAsync(rest).WaitAsync(Patience);
        return Encoding.UTF8.GetString(rest.ToArray());
    }

    public void Finish() => pipe.Output.Complete();
}
