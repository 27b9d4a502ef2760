namespace ProtoKit.Concurrency.EventLoop;

/// <summary>Brings continuations back to a loop's thread: whoever awaits there goes on there.</summary>
internal sealed class LoopContext(Loop loop) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => loop.Post(d, state);

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (loop.IsCurrent)
        {
            d(state);
            return;
        }

        using var done = new ManualResetEventSlim();
        Exception? thrown = null;
        loop.Post(
            _ =>
            {
                try
                {
                    d(state);
                }
                catch (Exception failure)
                {
                    thrown = failure;
                }
                finally
                {
                    done.Set();
                }
            },
            null);
        done.Wait();
        if (thrown is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
    }

    public override SynchronizationContext CreateCopy() => this;
}
