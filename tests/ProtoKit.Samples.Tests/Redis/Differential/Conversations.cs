using System.Globalization;

namespace Samples.Redis.Tests;

/// <summary>Commands at random, about few keys of every kind, with arguments of which many are wrong.</summary>
internal sealed class Conversations(int seed)
{
    private static readonly string[] Texts = ["", "1", "-7", "9223372036854775807", "-9223372036854775808", "01", "1.5", "text", "a b", "\r\n", "二", "*3\r\n"];
    private static readonly string[] Numbers = ["0", "1", "-1", "2", "-2", "7", "100", "-100", "9223372036854775807", "-9223372036854775808"];
    private static readonly string[] Wrong = ["", "x", "+1", "01", "1.0", " 1", "9223372036854775808"];
    private static readonly string[] Patterns = ["*", "k?", "[a-k]*", "[^k]*", "k[12]", "*1", "?", "", @"\k1", "**2*"];

    private readonly Random random = new(seed);

    /// <summary>A command, and whether the order of its answer's items means nothing.</summary>
    public (string[] Words, bool IsSet) Next() => random.Next(36) switch
    {
        0 => (["set", Key, Text], false),
        1 => (["set", Key, Text, .. Options()], false),
        2 or 3 => (["get", Key], false),
        4 => (["del", .. Keys()], false),
        5 => (["exists", .. Keys()], false),
        6 or 7 => (["incr", Key], false),
        8 => ([Pick("incrby", "decrby"), Key, Number], false),
        9 => (["decr", Key], false),
        10 => (["append", Key, Text], false),
        11 => (["strlen", Key], false),
        12 => (["expire", Key, Pick("100", "-1", "0", "9223372036854775807", "x", "10000000")], false),
        13 => (["mget", .. Keys()], false),
        14 => (["mset", .. Pairs()], false),
        15 => (["keys", Pick(Patterns)], true),
        16 or 17 => (["type", Key], false),
        18 => (["dbsize"], false),
        19 or 20 => ([Pick("lpush", "rpush"), Key, .. Many(Text)], false),
        21 or 22 => ([Pick("lpop", "rpop"), Key], false),
        23 => ([Pick("lpop", "rpop"), Key, Pick("0", "1", "2", "100", "-1", "9223372036854775807")], false),
        24 or 25 => (["lrange", Key, Number, Number], false),
        26 => (["llen", Key], false),
        27 => (["hset", Key, .. Pairs()], false),
        28 => (["hget", Key, Key], false),
        29 => (["hdel", Key, .. Keys()], false),
        30 => (["hgetall", Key], true),
        31 => (["publish", Key, Text], false),
        32 => (["select", Pick("0", "1", "15", "16", "-1", "x")], false),
        33 => (["ping", .. Few(Text)], false),
        34 => ([Pick("get", "lpush", "mset", "echo", "type", "hset", "lrange", "expire", "keys", "publish"), .. Few(Key)], false),
        _ => (["echo", Text], false),
    };

    private string Key => Pick("k1", "k2", "k3", "list", "hash");

    private string Text => Pick(Texts);

    private string Number => random.Next(8) == 0 ? Pick(Wrong) : Pick(Numbers);

    // None twice: Redis takes that for some and refuses it for others. And no time that ends while this goes on.
    private string[] Options()
    {
        var times = random.Next(2) == 0 ? Pick("100", "0", "-1", "9223372036854775807") : Pick(Wrong);
        string[][] known = [["EX", times], ["px", "100000"], ["NX"], ["xx"], ["GET"], ["LATER"]];
        random.Shuffle(known);
        return [.. known.Take(1 + random.Next(3)).SelectMany(words => words)];
    }

    private string[] Keys() => Many(Key);

    private string[] Pairs() => [.. Enumerable.Range(0, 1 + random.Next(3)).SelectMany(_ => (string[])[Key, Text])];

    private string[] Many(string first) => [first, .. Enumerable.Range(0, random.Next(3)).Select(at => at.ToString(CultureInfo.InvariantCulture))];

    private string[] Few(string one) => random.Next(4) switch { 0 => [], 1 => [one, one], _ => [one] };

    private T Pick<T>(params T[] all) => all[random.Next(all.Length)];
}
