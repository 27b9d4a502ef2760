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

    /// <summary>
    /// Sends these segments, then the end of the connection, and collects every byte of the answer. Each read of the server's brings exactly one
    /// segment.
    /// </summary>
    public async Task<RigResult> SayAsync(params ReadOnlyMemory<byte>[] segments)
    {
        var answers = new Pipe(new PipeOptions(useSynchronizationContext: false));
        var server = new PipePair.End(new ScriptedReader(segments.Where(segment => !segment.IsEmpty)), answers.Writer);
        var ended = Task.Run(() => service.ServeAsync(server, Options));
        var answer = await CollectAsync(answers.Reader).ConfigureAwait(false);
        return new RigResult(answer, await ended.ConfigureAwait(false));
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
        try
        {
            while (true)
            {
                var result = await input.ReadAsync().ConfigureAwait(false);
                foreach (var segment in result.Buffer) collected.Write(segment.Span);
                input.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted) break;
            }
        }
        catch (ConversationEndedException)
        {
            // The answer was cut short; the reason is told by the end.
        }

        return collected.WrittenSpan.ToArray();
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
