using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency;

/// <summary>Coroutines: each conversation is a task, and goes on wherever the pool has a thread.</summary>
internal sealed class AsyncModel : IModel
{
    private readonly CancellationTokenSource closing = new();
    private readonly List<Task> accepting = [];

    public void Accept(StreamListener listener, IReception reception) => accepting.Add(Task.Run(() => AcceptAsync(listener, reception)));

    public async ValueTask CloseAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(accepting).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => CloseAsync();

    private async Task AcceptAsync(StreamListener listener, IReception reception)
    {
        while (await listener.AcceptAsync(closing.Token).ConfigureAwait(false) is var (pipe, remote))
        {
            var admission = reception.Admit(remote);
            _ = Task.Run(async () =>
            {
                await using (pipe.ConfigureAwait(false))
                    await reception.ServeAsync(admission, (service, options) => service.ServeAsync(pipe, options)).ConfigureAwait(false);
            });
        }
    }
}
