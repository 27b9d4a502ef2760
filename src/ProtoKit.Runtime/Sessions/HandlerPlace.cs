using System.Diagnostics;

namespace ProtoKit.Sessions;

/// <summary>
/// Where the handler of one command runs, for emitted code. In the async model that is the loop of its connection, until it is found to hold others up; then
/// a thread of its own, until it has been quick there so often that it gets another chance.
/// </summary>
public sealed class HandlerPlace
{
    private const int ChancesAtFirst = 64, ChancesAtLast = 1 << 20;

    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(1);

    private int atFirst = ChancesAtFirst / 4;
    // How often it has to be quick before it may come back; not above 0: it is where its conversation is.
    private int left;

    internal bool IsHere => Volatile.Read(ref left) <= 0;

    /// <summary>Runs the handler on a thread on which nobody else depends.</summary>
    /// <param name="handle">The handler.</param>
    /// <param name="command">What it handles.</param>
    /// <param name="session">For whom.</param>
    public async ValueTask<T> RunAsync<TCommand, TSession, T>(Func<TCommand, TSession, ValueTask<T>> handle, TCommand command, TSession session)
    {
        ArgumentNullException.ThrowIfNull(handle);
        await new OwnThread();
        var began = Stopwatch.GetTimestamp();
        var answer = handle(command, session);
        Ran(Stopwatch.GetElapsedTime(began));
        return await answer.ConfigureAwait(false);
    }

    /// <inheritdoc cref="RunAsync{TCommand, TSession, T}(Func{TCommand, TSession, ValueTask{T}}, TCommand, TSession)"/>
    public async ValueTask RunAsync<TCommand, TSession>(Func<TCommand, TSession, ValueTask> handle, TCommand command, TSession session)
    {
        ArgumentNullException.ThrowIfNull(handle);
        await new OwnThread();
        var began = Stopwatch.GetTimestamp();
        var done = handle(command, session);
        Ran(Stopwatch.GetElapsedTime(began));
        await done.ConfigureAwait(false);
    }

    /// <summary>It has held a loop up.</summary>
    internal void Blocked()
    {
        atFirst = Math.Min(atFirst * 4, ChancesAtLast);
        Volatile.Write(ref left, atFirst);
    }

    private void Ran(TimeSpan took)
    {
        if (took > Quick) Volatile.Write(ref left, atFirst);
        else if (Interlocked.Decrement(ref left) < 0) Volatile.Write(ref left, 0);
    }
}
