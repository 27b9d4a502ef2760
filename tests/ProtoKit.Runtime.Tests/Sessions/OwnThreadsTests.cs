using System.Collections.Concurrent;
using ProtoKit.Sessions;

namespace RuntimeTests.Sessions;

/// <summary>Work that blocks gets a thread of its own, and is done even when the system has none.</summary>
public sealed class OwnThreadsTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public void Work_for_which_there_is_no_thread_is_done_by_the_pool()
    {
        var threads = new OwnThreads(8, static _ => throw new OutOfMemoryException());
        using var done = new CountdownEvent(20);
        for (var i = 0; i < 20; i++) threads.Run(() => done.Signal());
        Assert.True(done.Wait(Long));
    }

    [Fact]
    public void Work_for_which_there_is_no_thread_waits_for_one_that_is_busy()
    {
        var left = 2;
        var threads = new OwnThreads(8, work =>
        {
            if (left-- <= 0) throw new OutOfMemoryException();
            new Thread(() => work()) { IsBackground = true }.Start();
        });
        using var free = new ManualResetEventSlim();
        using var done = new CountdownEvent(10);
        var ran = new ConcurrentDictionary<int, int>();
        for (var i = 0; i < 10; i++)
        {
            threads.Run(() =>
            {
                free.Wait(Long);
                ran.TryAdd(Environment.CurrentManagedThreadId, 0);
                done.Signal();
            });
        }

        free.Set();
        Assert.True(done.Wait(Long));
        Assert.InRange(ran.Count, 1, 2);
    }

    [Fact]
    public void Work_beyond_the_most_waits_for_the_rest()
    {
        var started = 0;
        var threads = new OwnThreads(3, work =>
        {
            started++;
            new Thread(() => work()) { IsBackground = true }.Start();
        });
        using var free = new ManualResetEventSlim();
        using var done = new CountdownEvent(10);
        for (var i = 0; i < 10; i++)
        {
            threads.Run(() =>
            {
                free.Wait(Long);
                done.Signal();
            });
        }

        Assert.Equal(3, started);
        free.Set();
        Assert.True(done.Wait(Long));
    }
}
