using ProtoKit.Tool.Asking;
using ProtoKit.Tool.Speaking;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Answering;

/// <summary>Says a request; a body that goes out with it is watched on a terminal.</summary>
internal sealed class MeteredAsker(ToolConsole console, DescribedClient client)
{
    public async Task<Heard?> AskAsync(Request request, CancellationToken cancel)
    {
        var asker = new Asker(client);
        if (request.Body is not { } body) return await asker.AskAsync(request, cancel);

        Heard? answer = null;
        await TransferMeter.RunAsync(console, body.Name, body.Length, async progress =>
        {
            body.Progress = progress;
            answer = await asker.AskAsync(request, cancel);
        });
        return answer;
    }
}
