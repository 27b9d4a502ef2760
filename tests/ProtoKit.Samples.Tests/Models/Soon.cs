using System.Diagnostics;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>Waits for what has to become true, and not longer than that takes.</summary>
internal static class Soon
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task IsAsync(Func<bool> condition, string what) => IsAsync(() => Task.FromResult(condition()), () => what);

    public static async Task IsAsync(Func<Task<bool>> condition, Func<string> what)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > Patience) Assert.Fail($"after {Patience.TotalSeconds} s it is still not so: {what()}");
            await Task.Delay(10);
        }
    }
}
