using Xunit;

namespace Samples.Redis.Tests;

/// <summary>redis-cli: one command, many, from its standard input, and listening.</summary>
public sealed class RedisCliTests
{
    [Fact]
    public async Task One_command_has_one_answer()
    {
        await using var redis = new RedisServing();
        Assert.Equal("OK\n", await RedisPrograms.CliAsync(redis.Port, "", "SET", "key", "a value"));
        Assert.Equal("a value\n", await RedisPrograms.CliAsync(redis.Port, "", "GET", "key"));
        Assert.Equal("(nil)\n", await RedisPrograms.CliAsync(redis.Port, "", "--no-raw", "GET", "nothing"));
        Assert.Equal("(integer) 7\n", await RedisPrograms.CliAsync(redis.Port, "", "--no-raw", "STRLEN", "key"));
        Assert.Equal("(error) ERR value is not an integer or out of range\n", await RedisPrograms.CliAsync(redis.Port, "", "--no-raw", "INCR", "key"));
    }

    [Fact]
    public async Task Commands_come_from_a_pipe()
    {
        await using var redis = new RedisServing();
        var said = await RedisPrograms.CliAsync(redis.Port, "MSET a 1 b 2\nMGET a b c\nRPUSH l x y z\nLRANGE l 0 -1\nHSET h f v\nHGETALL h\nINCR a\nDBSIZE\n");
        Assert.Equal("OK\n1\n2\n\n3\nx\ny\nz\n1\nf\nv\n2\n4\n", said);
    }

    [Fact]
    public async Task The_last_argument_comes_from_a_pipe()
    {
        await using var redis = new RedisServing();
        var value = string.Concat(Enumerable.Repeat("二 bytes\r\n", 100_000));
        Assert.Equal("OK\n", await RedisPrograms.CliAsync(redis.Port, value, "-x", "SET", "blob"));
        Assert.Equal(value + "\n", await RedisPrograms.CliAsync(redis.Port, "", "GET", "blob"));
    }

    [Fact]
    public async Task Ten_thousand_commands_go_in_as_they_are()
    {
        await using var redis = new RedisServing();
        var commands = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"*3\r\n$3\r\nSET\r\n${$"k{i}".Length}\r\nk{i}\r\n$1\r\nv\r\n"));
        Assert.Contains("errors: 0, replies: 10000", await RedisPrograms.CliAsync(redis.Port, commands, "--pipe"));
        Assert.Equal("10000\n", await RedisPrograms.CliAsync(redis.Port, "", "DBSIZE"));
    }

    [Fact]
    public async Task What_is_published_is_heard()
    {
        await using var redis = new RedisServing();
        using var listening = RedisPrograms.Cli(redis.Port, "SUBSCRIBE", "news", "weather");
        await listening.HearAsync("weather\n2\n");
        Assert.Equal("1\n", await RedisPrograms.CliAsync(redis.Port, "", "PUBLISH", "news", "hello"));
        await listening.HearAsync("message\nnews\nhello\n");
        Assert.Equal("0\n", await RedisPrograms.CliAsync(redis.Port, "", "PUBLISH", "sports", "hello"));
        Assert.Equal("subscribe\nnews\n1\nsubscribe\nweather\n2\nmessage\nnews\nhello\n", listening.Said);
    }

    [Fact]
    public async Task A_database_and_a_password_are_options()
    {
        await using var redis = new RedisServing("secret");
        Assert.Equal("NOAUTH Authentication required.\n\n", await RedisPrograms.CliAsync(redis.Port, "", "GET", "a"));
        Assert.Equal("OK\n", await RedisPrograms.CliAsync(redis.Port, "", "--no-auth-warning", "-a", "secret", "-n", "3", "SET", "a", "1"));
        Assert.Equal("\n", await RedisPrograms.CliAsync(redis.Port, "", "--no-auth-warning", "--user", "default", "--pass", "secret", "GET", "a"));
        Assert.Equal("1\n", await RedisPrograms.CliAsync(redis.Port, "", "--no-auth-warning", "-a", "secret", "-n", "3", "GET", "a"));
    }

    [Fact]
    public async Task Version_3_is_refused_and_the_conversation_goes_on()
    {
        await using var redis = new RedisServing();
        Assert.Contains("PONG", await RedisPrograms.CliAsync(redis.Port, "PING\n", "-3"));
    }
}
