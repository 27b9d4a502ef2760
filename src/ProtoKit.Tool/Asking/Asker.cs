using ProtoKit.Tool.Speaking;

namespace ProtoKit.Tool.Asking;

/// <summary>Says a request and hears its answer.</summary>
internal sealed class Asker(DescribedClient client)
{
    // Where nothing may be the answer, silence has to be one.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);

    // A wire without frames needs a pause between what is said, or two messages are one. So the origin programs did it.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The answer; null when there is none. A body in it is still to be read.</summary>
    public async Task<Heard?> AskAsync(Request request, CancellationToken cancel)
    {
        var answer = await FirstAsync(request, cancel);
        if (request.Continuation is null || client.Ended is not null) return answer;

        var last = await client.CallAsync(request.Continuation, null, cancel);
        if (last is null && client.Protocol.Wire.IsUnframed) await Task.Delay(Pause, cancel);
        // The first answer only said that the rest may come; it is no answer to the rest.
        return last;
    }

    /// <summary>The request, or its answer, ends the conversation.</summary>
    public static bool Closes(Request request, Heard? answer) => request.Command.Message.Closes || answer is { Message.Closes: true };

    private async Task<Heard?> FirstAsync(Request request, CancellationToken cancel)
    {
        var command = request.Command.Message;
        if (!command.OptionalReply || request.Continuation is not null) return await client.CallAsync(request.Command, null, cancel);
        try
        {
            return await client.CallAsync(request.Command, Silence, cancel);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
