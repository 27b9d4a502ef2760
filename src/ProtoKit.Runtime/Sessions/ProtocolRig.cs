using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace ProtoKit.Sessions;

/// <summary>A protocol served in memory: for tests that need no socket, no port and no waiting.</summary>
/// <param name="service">The protocol with its handlers.</param>
public sealed class ProtocolRig(ProtocolService service)
{
    /// <summary>What conversations on the rig go by.</summary>
    public ConversationOptions Options { get; init; } = new();

    /// <summary>Connects; the answer is the client's end.</summary>
    public IDuplexPipe Connect() => Connect(out _);

    /// <summary>Connects; the answer is the client's end.</summary>
    /// <param name="ended">Completes when the server's side has ended, with the reason.</param>
    public IDuplexPipe Connect(out Task<ConversationEnd> ended)
    {
        var (client, server) = PipePair.Create();
        ended = Task.Run(() => service.ServeAsync(server, Options));
        return client;
    }

    /// <summary>Sends these segments, then the end of the connection, and collects every byte of the answer.</summary>
    public async Task<RigResult> SayAsync(params ReadOnlyMemory<byte>[] segments)
    {
        var client = Connect(out var ended);
        var answer = CollectAsync(client.Input);
        foreach (var segment in segments)
        {
            if (segment.IsEmpty) continue;
            if ((await client.Output.WriteAsync(segment).ConfigureAwait(false)).IsCompleted) break;
            // The reader has to have seen this much before more comes; else the segments would be one.
            await Task.Yield();
        }

        await client.Output.CompleteAsync().ConfigureAwait(false);
        return new RigResult(await answer.ConfigureAwait(false), await ended.ConfigureAwait(false));
    }

    /// <summary>Sends a text at once.</summary>
    public Task<RigResult> SayAsync(string text) => SayAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// Sends the bytes whole, then cut in two at every position, then byte by byte. Throws <see cref="InvalidOperationException"/> when an answer
    /// differs from the first.
    /// </summary>
    public async Task<RigResult> SayAtEverySplitAsync(ReadOnlyMemory<byte> bytes)
    {
        var whole = await SayAsync(bytes).ConfigureAwait(false);
        for (var cut = 1; cut < bytes.Length; cut++)
            Same(whole, await SayAsync(bytes[..cut], bytes[cut..]).ConfigureAwait(false), $"cut at {cut}");
        var single = Enumerable.Range(0, bytes.Length).Select(at => bytes.Slice(at, 1)).ToArray();
        Same(whole, await SayAsync(single).ConfigureAwait(false), "byte by byte");
        return whole;
    }

    private static void Same(RigResult whole, RigResult split, string how)
    {
        if (whole.Bytes.SequenceEqual(split.Bytes) && whole.End.Token == split.End.Token) return;
        throw new InvalidOperationException($"{how} the answer is {split}; whole it is {whole}");
    }

    private static async Task<byte[]> CollectAsync(PipeReader input)
    {
        var collected = new ArrayBufferWriter<byte>();
        while (true)
        {
            var result = await input.ReadAsync().ConfigureAwait(false);
            foreach (var segment in result.Buffer) collected.Write(segment.Span);
            input.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted) return collected.WrittenSpan.ToArray();
        }
    }
}

/// <summary>What a conversation on the rig came to.</summary>
/// <param name="Bytes">All that the server sent.</param>
/// <param name="End">Why the server's side ended.</param>
public sealed record RigResult(byte[] Bytes, ConversationEnd End)
{
    /// <summary>What the server sent, as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The answer and the end, printable.</summary>
    public override string ToString() => $"\"{Wire.Printable.Of(Bytes)}\" ({End.Token})";
}
