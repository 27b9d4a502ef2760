namespace ProtoKit.Worker;

/// <summary>Answers with the thread it is on.</summary>
public sealed class DeskServer : Desk.IServer
{
    private static Desk.Here Here => new(Environment.ProcessId, Environment.CurrentManagedThreadId);

    public ValueTask<Desk.Here> Handle(Desk.Where where, Desk.Session session) => new(Here);

    public async ValueTask<Desk.Here> Handle(Desk.After after, Desk.Session session)
    {
        switch (after.What)
        {
            case "delay":
                await Task.Delay(5);
                break;
            case "yield":
                await Task.Yield();
                break;
            case "file":
                await File.ReadAllBytesAsync(typeof(Desk).Assembly.Location);
                break;
            case "pool":
                await Task.Run(() => Thread.Sleep(1));
                break;
            case "free":
                await Task.Delay(5).ConfigureAwait(false);
                break;
            case "send":
                await Task.Delay(5).ConfigureAwait(false);
                await session.SendAsync(new Desk.Said(Bytes.Of("from elsewhere"))).ConfigureAwait(false);
                break;
            default:
                throw new ProtocolFault(FaultKind.BadArgument, "nothing of that name can be awaited");
        }

        return Here;
    }

    public ValueTask<Desk.Said> Handle(Desk.Say say, Desk.Session session) => new(new Desk.Said(say.Text));

    public ValueTask Handle(Desk.Push push, Desk.Session session)
    {
        _ = Task.Run(async () =>
        {
            for (var number = 1; number <= push.Count; number++)
            {
                await session.SendAsync(new Desk.Pushed(number));
                await Task.Delay(20);
            }
        });
        return default;
    }

    public async IAsyncEnumerable<Desk.Here> Handle(Desk.Watch watch, Desk.Session session)
    {
        for (var number = 0; number < watch.Count; number++)
        {
            await Task.Delay(number % 3);
            yield return Here;
        }
    }

    public async ValueTask<Desk.Over> Handle(Desk.Switch away, Desk.Session session)
    {
        await Task.Yield();
        session.SwitchTo((pipe, options) => Desk.ServeAsync(pipe, new DeskServer(), options));
        return default;
    }

    public ValueTask<Desk.Here> Handle(Desk.Nap nap, Desk.Session session)
    {
        Thread.Sleep(nap.Milliseconds);
        return new(Here);
    }

    public ValueTask<Desk.Here> Handle(Desk.Spin spin, Desk.Session session)
    {
        for (var spun = System.Diagnostics.Stopwatch.StartNew(); spun.ElapsedMilliseconds < spin.Milliseconds;) Thread.SpinWait(100);
        return new(Here);
    }

    public async IAsyncEnumerable<Desk.Here> Handle(Desk.Drip drip, Desk.Session session)
    {
        for (var number = 0; number < drip.Count; number++)
        {
            await Task.Yield();
            Thread.Sleep(drip.Milliseconds);
            yield return Here;
        }
    }

    // It does not look at any token: only the server can end this.
    public async ValueTask<Desk.Said> Handle(Desk.Hang hang, Desk.Session session)
    {
        await session.SendAsync(new Desk.Said(Bytes.Of("hanging")));
        await new TaskCompletionSource().Task;
        return default;
    }
}
