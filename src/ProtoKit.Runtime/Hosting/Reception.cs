using ProtoKit.Concurrency;
using ProtoKit.Sessions;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Hosting;

/// <summary>The clients of one listener: counts them, serves them by the listener's limits, and tells the observer.</summary>
/// <param name="count">Counts them.</param>
/// <param name="service">What they are served.</param>
/// <param name="limits">By which limits.</param>
/// <param name="observer">Hears of them.</param>
/// <param name="options">The rest of what a conversation goes by.</param>
internal sealed class Reception(ConnectionCount count, ProtocolService service, Limits limits, ServerObserver observer, ConversationOptions options) : IReception
{
    private readonly int most = limits.MaxConnections ?? throw new ArgumentException("the model's number is missing", nameof(limits));
    private readonly ConversationOptions unheard = options with { Limits = limits };
    private readonly Attendance attendance = new();
    private int here;

    public Admission Admit(RemoteName remote, bool canHold = true)
    {
        // Only who is served takes a place: a crowd that is being refused keeps nobody out.
        var isRoom = Interlocked.Increment(ref here) <= most || most < 0;
        var refused = !isRoom || !canHold;
        if (refused) Interlocked.Decrement(ref here);
        var admission = new Admission(count.Enter(), remote, refused);
        attendance.Add(admission);
        return admission;
    }

    public Task ServeAsync<T>(Admission admission, T over, Func<T, ProtocolService, ConversationOptions, Task<ConversationEnd>> converse)
    {
        admission.Connection = over as IAsyncDisposable;
        try
        {
            admission.Hears = observer.Opened(admission.Id, service.Name, admission.Remote);
            return ThenLeaveAsync(admission, converse(over, service, OptionsOf(admission)));
        }
        catch (Exception failure)
        {
            // What an observer, or the server's own constructor, throws is this client's end only.
            return ThenLeaveAsync(admission, Task.FromException<ConversationEnd>(failure));
        }
    }

    /// <summary>
    /// Conversations that have still not ended are left to themselves, and their connections closed: their handlers heed no token, and are stuck for ever.
    /// </summary>
    public void LeaveAll()
    {
        foreach (var admission in attendance.All().Where(admission => admission.TryLeave()))
        {
            TellEnded(admission);
            _ = GoAsync(admission, ConversationEnd.Aborted);
        }
    }

    public void Failed(Exception failure) => observer.Failed(failure);

    private ConversationOptions OptionsOf(Admission admission) => admission.Refused
        ? unheard with { Observer = admission.Hears!, Refusal = FaultKind.MaxConnections }
        : admission.Hears == unheard.Observer ? unheard : unheard with { Observer = admission.Hears! };

    private async Task ThenLeaveAsync(Admission admission, Task<ConversationEnd> conversation)
    {
        ConversationEnd end;
        try
        {
            // Where it ended: the connection is closed there.
            end = await conversation;
        }
        catch (Exception failure)
        {
            end = new ConversationEnd("internal", failure);
            TellFailed(admission, failure);
        }

        if (admission.TryLeave()) await GoAsync(admission, end).ConfigureAwait(false);
    }

    private ValueTask GoAsync(Admission admission, ConversationEnd end)
    {
        TellClosed(admission, end);
        if (!admission.Refused) Interlocked.Decrement(ref here);
        attendance.Remove(admission);
        var closing = admission.Connection?.DisposeAsync() ?? default;
        count.Leave();
        return closing;
    }

    // An observer that throws is nobody's conversation.
    private void TellEnded(Admission admission)
    {
        try
        {
            admission.Hears?.Ended(ConversationEnd.Aborted, 0, 0);
        }
        catch (Exception failure)
        {
            Failed(failure);
        }
    }

    private void TellClosed(Admission admission, ConversationEnd end)
    {
        if (admission.Hears is null) return;
        try
        {
            observer.Closed(admission.Id, end);
        }
        catch (Exception failure)
        {
            Failed(failure);
        }
    }

    private void TellFailed(Admission admission, Exception because)
    {
        if (admission.Hears is not { } hears)
        {
            Failed(because);
            return;
        }

        try
        {
            hears.Failed(because);
        }
        catch (Exception failure)
        {
            Failed(failure);
        }
    }
}
