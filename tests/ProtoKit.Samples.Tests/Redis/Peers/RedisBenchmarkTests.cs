using Xunit;

namespace Samples.Redis.Tests;

/// <summary>redis-benchmark, which checks what it is answered only for errors, but says so.</summary>
public sealed class RedisBenchmarkTests
{
    [Fact]
    public async Task Sixteen_commands_at_a_time_are_answered()
    {
        await using var redis = new RedisServing();
        var finished = await RedisPrograms.BenchmarkAsync(redis.Port, "-t", "ping,set,get,incr,lpush,rpush,lpop,rpop,mset", "-P", "16", "-n", "20000");
        Assert.Equal(["PING_INLINE", "PING_MBULK", "SET", "GET", "INCR", "LPUSH", "RPUSH", "LPOP", "RPOP", "MSET"], finished);
        Assert.Equal("20000\n", await RedisPrograms.CliAsync(redis.Port, "", "GET", "counter:__rand_int__"));
    }

    [Fact]
    public async Task Large_values_and_many_keys_are_answered()
    {
        await using var redis = new RedisServing();
        var finished = await RedisPrograms.BenchmarkAsync(redis.Port, "-t", "set,get,lrange_100", "-P", "4", "-n", "2000", "-d", "20000", "-r", "100");
        Assert.Equal(["SET", "GET", "LPUSH", "LRANGE_100"], finished);
    }
}
