using ProtoKit.Concurrency;
using ProtoKit.Sessions;

namespace ProtoKit.Hosting;

/// <summary>The clients of one listener: counts them, serves them by the listener's limits, and tells the observer.</summary>
/// <param name="count">Counts them.</param>
/// <param name="service">What they are served.</param>
/// <param name="limits">By which limits.</param>
/// <param name="observer">Hears of them.</param>
/// <param name="options">The rest of what a conversation goes by.</param>
/// <param name="leaving">Conversations that have still not ended are left to themselves, and their connections closed.</param>
internal sealed class Reception(
    ConnectionCount count, ProtocolService service, Limits limits, ServerObserver observer, ConversationOptions options, CancellationToken leaving) : IReception
{
    private readonly int most = limits.MaxConnections ?? throw new ArgumentException("the model's number is missing", nameof(limits));
    private int here;

    public Admission Admit(string remote, bool canHold = true)
    {
        // Only who is served takes a place: a crowd that is being refused keeps nobody out.
        var isRoom = Interlocked.Increment(ref here) <= most || most < 0;
        var refused = !isRoom || !canHold;
        if (refused) Interlocked.Decrement(ref here);
        return new Admission(count.Enter(), remote, refused);
    }

    public async Task ServeAsync(Admission admission, Func<ProtocolService, ConversationOptions, Task<ConversationEnd>> converse)
    {
        try
        {
            var hears = observer.Opened(admission.Id, service.Name, admission.Remote);
            observer.Closed(admission.Id, await ConverseAsync(admission, converse, hears).ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            // An observer that throws is nobody's conversation.
            Failed(failure);
        }
        finally
        {
            if (!admission.Refused) Interlocked.Decrement(ref here);
            count.Leave();
        }
    }

    public void Failed(Exception failure) => observer.Failed(failure);

    private async Task<ConversationEnd> ConverseAsync(
        Admission admission, Func<ProtocolService, ConversationOptions, Task<ConversationEnd>> converse, ConversationObserver hears)
    {
        try
        {
            var refusal = admission.Refused ? FaultKind.MaxConnections : FaultKind.None;
            var conversation = converse(service, options with { Limits = limits, Observer = hears, Refusal = refusal });
            return await (conversation.IsCompleted ? conversation : conversation.WaitAsync(leaving)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // Its handler heeds no token, and is stuck for ever.
            hears.Ended(ConversationEnd.Aborted, 0, 0);
            return ConversationEnd.Aborted;
        }
        catch (Exception failure)
        {
            // Only what the server's own constructor or the runtime throws ends here; the listener goes on either way.
            hears.Failed(failure);
            return new ConversationEnd("internal", failure);
        }
    }
}
