using ProtoKit.Generator.Tests.Lifetime;

namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0401
{
    [Theory]
    [InlineData("last = ⟪put.Key⟫;")]
    [InlineData("this.put = ⟪put⟫;")]
    [InlineData("Kept = ⟪put.Key⟫;")]
    [InlineData("latest = ⟪put.Key⟫;")]
    [InlineData("maybe = ⟪put.Value⟫;")]
    [InlineData("maybe ??= ⟪put.Key⟫;")]
    [InlineData("boxed = ⟪put.Key⟫;")]
    [InlineData("boxed = ⟪put.Key.Memory⟫;")]
    [InlineData("boxed = ⟪put.Value?.Memory⟫;")]
    [InlineData("boxed = ⟪put.Key.Memory.Slice(1)⟫;")]
    [InlineData("slots[0] = ⟪put.Key⟫;")]
    [InlineData("node.Key = ⟪put.Key⟫;")]
    [InlineData("(last, text) = (⟪put.Key⟫, \"\");")]
    [InlineData("last = put.Number > 0 ? ⟪put.Key⟫ : default;")]
    [InlineData("last = ⟪put.Value⟫ ?? default;")]
    [InlineData("last = put.Number switch { 0 => ⟪put.Key⟫, _ => default };")]
    [InlineData("last = ⟪put.Others[0]⟫;")]
    public void Into_a_field_or_a_property(string statement) => Handler.Tells("PK0401", statement);

    [Theory]
    [InlineData("list.Add(⟪put.Key⟫);")]
    [InlineData("list.AddRange(⟪put.Others⟫);")]
    [InlineData("queue.Enqueue(⟪put.Key⟫);")]
    [InlineData("table[⟪put.Key⟫] = default;")]
    [InlineData("table[put.Key.ToArray()] = ⟪put.Value⟫ ?? default;")]
    [InlineData("table.TryAdd(⟪put.Key⟫, ⟪put.Key⟫);")]
    [InlineData("entries.GetOrAdd(put.Key.ToArray(), _ => new Entry(⟪put.Key⟫, 1));")]
    [InlineData("entries.AddOrUpdate(⟪put.Key⟫, default(Entry), (_, old) => old);")]
    [InlineData("log.Add(new Entry(⟪put.Key⟫, put.Number));")]
    [InlineData("log.Add(new() { Key = ⟪put.Key⟫ });")]
    [InlineData("frozen = ⟪frozen.Add(put.Key)⟫;")]
    [InlineData("channel.Writer.TryWrite(new(⟪put.Key⟫, 1));")]
    [InlineData("await channel.Writer.WriteAsync(new(⟪put.Key⟫, 1));")]
    [InlineData("System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(table, ⟪put.Key⟫, out _) = default;")]
    [InlineData("boxed = new { ⟪put.Key⟫ };")]
    [InlineData("boxed = new[] { ⟪put.Key⟫ };")]
    public void Into_a_collection(string statement) => Handler.Tells("PK0401", statement);

    [Theory]
    [InlineData("var key = put.Key; last = ⟪key⟫;")]
    [InlineData("var copy = put; last = ⟪copy.Key⟫;")]
    [InlineData("var (key, _, _) = put; last = ⟪key⟫;")]
    [InlineData("Bytes key; if (put.Number > 0) key = put.Key; else key = new byte[1]; last = ⟪key⟫;")]
    [InlineData("if (put.Value is { } value) last = ⟪value⟫;")]
    [InlineData("switch (put.Value) { case { } value: last = ⟪value⟫; break; }")]
    [InlineData("foreach (var other in put.Others) list.Add(⟪other⟫);")]
    [InlineData("put.Others.ToList().ForEach(other => list.Add(⟪other⟫));")]
    [InlineData("boxed = ⟪put.Others.Where(other => other.Length > 1).ToList()⟫;")]
    [InlineData("boxed = ⟪put.Others.Select(other => (other, 1)).ToArray()⟫;")]
    [InlineData("var all = new List<Bytes>(); all.Add(put.Key); boxed = ⟪all⟫;")]
    [InlineData("Bytes key = default; for (var i = 0; i < 2; i++) { last = ⟪key⟫; key = put.Key; }")]
    [InlineData("var known = nodes[\"a\"]; known.Key = ⟪put.Key⟫;")]
    [InlineData("var kept = new List<Bytes>(); boxed = kept; kept.Add(⟪put.Key⟫);")]
    [InlineData("var renamed = put with { Number = 1 }; this.put = ⟪renamed⟫;")]
    [InlineData("var more = await session.ReadAsync<P.More>(); last = ⟪more.Data⟫;")]
    [InlineData("last = ⟪(await session.ReadAsync<P.More>()).Data⟫;")]
    [InlineData("void Keep() => last = ⟪put.Key⟫; Keep();")]
    public void By_way_of_a_variable(string statement) => Handler.Tells("PK0401", statement);

    [Theory]
    [InlineData("last = put.Key.ToArray();")]
    [InlineData("text = put.Key.ToString();")]
    [InlineData("array = put.Key.Span.ToArray();")]
    [InlineData("last = Copied(put.Key);")]
    [InlineData("put = put with { Number = 2 };")]
    [InlineData("this.put = put with { Key = put.Key.ToArray(), Others = [] };")]
    [InlineData("digest = new Digest(put.Key);")]
    [InlineData("text = $\"{put.Key} {put.Number}\";")]
    [InlineData("if (table.TryGetValue(put.Key, out var found)) last = found;")]
    [InlineData("last = table.GetValueOrDefault(put.Key);")]
    [InlineData("if (table.ContainsKey(put.Key)) table.Remove(put.Key);")]
    [InlineData("log.Add(new Entry(put.Key.ToArray(), put.Number));")]
    [InlineData("Bytes key = put.Key; key = key.ToArray(); last = key;")]
    [InlineData("Bytes key = put.Key; if (key.Length > 9) return new(key); key = new byte[1]; last = key;")]
    [InlineData("var all = new List<Bytes> { put.Key }; all.Add(put.Key); return new(all[0]);")]
    [InlineData("var answer = new Node(); answer.Key = put.Key; return new(answer.Key);")]
    [InlineData("var byKey = new Dictionary<Bytes, int>(); foreach (var other in put.Others) byKey[other] = 1; text = byKey.Count.ToString();")]
    [InlineData("boxed = put.Others.Select(other => other.ToArray()).ToList();")]
    [InlineData("boxed = put.Others.Select(other => (Bytes)other.ToArray()).ToList();")]
    [InlineData("boxed = put.Others.Select(Copied).ToList();")]
    [InlineData("boxed = list.Where(one => one == put.Key).ToList();")]
    [InlineData("boxed = put.Number;")]
    [InlineData("boxed = put.Others.Count;")]
    [InlineData("frozen = frozen.Add(put.Key.ToArray());")]
    [InlineData("return new(put.Key);")]
    [InlineData("await session.SendAsync(new P.Found(put.Key));")]
    [InlineData("var hash = new HashCode(); hash.AddBytes(put.Key.Span); hash.Add(put.Key); text = hash.ToHashCode().ToString();")]
    public void A_copy_or_a_use_within_the_handler_is_fine(string statement) => Handler.Silent(statement);

    [Fact]
    public void A_method_that_handles_nothing_is_fine() => Handler.Silent("Keep(put);", "private void Keep(P.Put put) => last = put.Key;");

    [Fact]
    public void A_Handle_of_something_else_is_fine() => Handler.Silent("Handle(default(Entry));", "private void Handle(Entry entry) => this.entry = entry;");

    [Fact]
    public void It_says_what_keeps_what()
    {
        var found = Assert.Single(Handler.Analyze(Handler.Of("table[put.Key.ToArray()] = put.Key;")));

        Assert.Equal("'put.Key' is lent until the handler returns, but 'table' keeps it. Store a copy made by ToArray().", found.GetMessage());
    }
}
