namespace ProtoKit.Sessions;

public abstract partial class ServerSession
{
    private static readonly TimeSpan HeedWithin = TimeSpan.FromSeconds(1);

    private HandlerTime? handling;
    private TaskCompletionSource? impatient;
    private volatile bool expired;
    private Task? abandoned;

    // The handler's time begins when it has not finished at once. Until then it holds this thread, and no timer could help.
    private async ValueTask<T> OwnTime<T>(ValueTask<T> work, Func<ServerSession, T, ValueTask> unsent)
    {
        if (work.IsCompleted) return await work.ConfigureAwait(false);
        var task = work.AsTask();
        if (await FinishesAsync(task).ConfigureAwait(false)) return await task.ConfigureAwait(false);
        _ = task.ContinueWith(late => late.IsCompletedSuccessfully ? unsent(this, late.Result).AsTask() : late, TaskScheduler.Default);
        throw new TimeoutException();
    }

    private async ValueTask OwnTime(ValueTask work)
    {
        if (work.IsCompleted)
        {
            await work.ConfigureAwait(false);
            return;
        }

        var task = work.AsTask();
        if (!await FinishesAsync(task).ConfigureAwait(false)) throw new TimeoutException();
        await task.ConfigureAwait(false);
    }

    // False: the handler has had its time and has not heeded its token. It keeps its thread, but not its connection.
    private async ValueTask<bool> FinishesAsync(Task work)
    {
        var over = impatient ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Handling.Start(Limits.Handler);
        var first = await Task.WhenAny(work, over.Task).ConfigureAwait(false);
        Handling.Stop();
        if (first == work) return true;
        abandoned = work;
        _ = work.ContinueWith(static late => _ = late.Exception, TaskScheduler.Default);
        // It may even hold the connection's output.
        _ = Task.Delay(HeedWithin, Clock).ContinueWith(_ => Abort(ConversationEnd.Of(FaultKind.HandlerTimeout)), TaskScheduler.Default);
        return false;
    }

    // Most handlers finish at once, and most answers are taken at once: then nobody needs to know the time. Two threads may ask for it first.
    private HandlerTime Handling => Volatile.Read(ref handling)
        ?? Interlocked.CompareExchange(ref handling, new HandlerTime(Clock, this, static self => ((ServerSession)self).OnHandlerExpired()), null)
        ?? handling;

    private void OnHandlerExpired()
    {
        expired = true;
        CancelQuietly(ref aborted);
        _ = Task.Delay(HeedWithin, Clock).ContinueWith(_ => impatient!.TrySetResult(), TaskScheduler.Default);
    }
}
