using System.Text;
using ProtoKit.Reference;
using Samples.Tests;
using Xunit;

namespace Samples.Redis.Tests;

/// <summary>The same commands, one after the other, to Redis and to us: the answers are the same bytes.</summary>
public sealed class RedisItselfTests
{
    private const int Commands = 300;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task It_answers_the_same(int seed)
    {
        using var itself = new RealRedis();
        await using var ours = new RedisServing();
        using var there = await itself.ConnectAsync();
        using var here = await ours.ConnectAsync();
        var conversations = new Conversations(seed);
        for (var number = 1; number <= Commands; number++)
        {
            var (words, isSet) = conversations.Next();
            var expected = Of(await AskAsync(there, words), isSet);
            var answered = Of(await AskAsync(here, words), isSet);
            if (expected != answered) Assert.Fail($"{number}: {string.Join(' ', words.Select(Shown))}\nis answered by Redis {Shown(expected)}\nand by us {Shown(answered)}");
        }
    }

    private static async Task<byte[]> AskAsync(Peer peer, string[] words)
    {
        var command = new StringBuilder($"*{words.Length}\r\n");
        foreach (var word in words) command.Append($"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n");
        await peer.SendAsync(command.ToString());
        return await peer.ReceiveAsync(answer => RespLength.Of(answer) == answer.Length);
    }

    private static string Of(byte[] answer, bool isSet)
    {
        var text = Encoding.UTF8.GetString(answer);
        return isSet ? string.Join('\n', text.Split('\n').Order(StringComparer.Ordinal)) : text;
    }

    private static string Shown(string text) => Said.Shown(Encoding.UTF8.GetBytes(text));
}
