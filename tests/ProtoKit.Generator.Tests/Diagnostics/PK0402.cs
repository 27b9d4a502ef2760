using ProtoKit.Generator.Tests.Lifetime;

namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0402
{
    [Theory]
    [InlineData("_ = Task.Run(() => SaveAsync(⟪put.Key⟫));")]
    [InlineData("Task.Run(() => { text = ⟪put.Key⟫.ToString(); });")]
    [InlineData("Task.Run(() => text = ⟪put⟫.ToString());")]
    [InlineData("work = Task.Run(() => SaveAsync(⟪put.Key⟫));")]
    [InlineData("_ = work.ContinueWith(_ => SaveAsync(⟪put.Key⟫));")]
    [InlineData("_ = Task.Delay(1).ContinueWith(_ => SaveAsync(⟪put.Key⟫)).ConfigureAwait(false);")]
    [InlineData("_ = Task.Factory.StartNew(() => SaveAsync(⟪put.Key⟫));")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => text = ⟪put.Key⟫.ToString());")]
    [InlineData("ThreadPool.QueueUserWorkItem(key => text = key.ToString(), ⟪put.Key⟫, false);")]
    [InlineData("new Thread(() => text = ⟪put.Key⟫.ToString()).Start();")]
    [InlineData("Changed += () => text = ⟪put.Key⟫.ToString();")]
    [InlineData("length = () => ⟪put.Key⟫.Span.Length;")]
    [InlineData("length = () => ⟪put.Others⟫.First().Length;")]
    [InlineData("var key = put.Key; length = () => ⟪key⟫.Span[0];")]
    [InlineData("session.Aborted.Register(() => text = ⟪put.Key⟫.ToString());")]
    [InlineData("Action later = () => text = put.Key.ToString(); Task.Run(⟪later⟫);")]
    [InlineData("async Task Later() { await Task.Delay(1); await SaveAsync(⟪put.Key⟫); } _ = Later();")]
    [InlineData("void Later() => text = ⟪put.Key⟫.ToString(); _ = Task.Run(Later);")]
    public void By_code_that_runs_later(string statement) => Handler.Tells("PK0402", statement);

    [Theory]
    [InlineData("await Task.Run(() => SaveAsync(put.Key));")]
    [InlineData("await Task.Run(() => SaveAsync(put.Key)).ConfigureAwait(false);")]
    [InlineData("var saving = Task.Run(() => SaveAsync(put.Key)); await Task.WhenAll(saving, work);")]
    [InlineData("var key = put.Key.ToArray(); _ = Task.Run(() => SaveAsync(key));")]
    [InlineData("_ = Task.Run(() => text = put.Number.ToString());")]
    [InlineData("length = () => put.Number;")]
    [InlineData("length = () => put.Others.Count;")]
    [InlineData("var size = put.Key.Length; length = () => size;")]
    [InlineData("length = () => put.Key.Length;")]
    [InlineData("var found = list.Any(one => one == put.Key); text = found.ToString();")]
    [InlineData("using var stop = session.Aborted.Register(() => text = put.Key.ToString());")]
    [InlineData("Func<int> first = () => put.Key.Span[0]; text = first().ToString();")]
    [InlineData("async Task Now() { await SaveAsync(put.Key); } await Now();")]
    [InlineData("Changed += () => text = \"\";")]
    [InlineData("var thread = new Thread(() => text = put.Key.ToString()); thread.Start(); thread.Join();")]
    [InlineData("Changed?.Invoke(); Parallel.ForEach(put.Others, one => text = one.ToString());")]
    public void Code_that_the_handler_waits_for_and_copies_are_fine(string statement) => Handler.Silent(statement);

    [Fact]
    public void It_says_what_may_run_later()
    {
        var found = Assert.Single(Handler.Analyze(Handler.Of("_ = Task.Run(() => SaveAsync(put.Key));")));

        Assert.Equal("'put.Key' is lent until the handler returns, but code that uses it here may run later. Copy it by ToArray() before, or await that code.", found.GetMessage());
    }
}
