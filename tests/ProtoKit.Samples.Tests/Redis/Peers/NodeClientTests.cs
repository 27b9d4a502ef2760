using Samples.Tests.Peers;
using Xunit;

namespace Samples.Redis.Tests;

/// <summary>The two clients that most programs for Node use.</summary>
public sealed class NodeClientTests
{
    private const string NodeRedis = """
        const { createClient } = require('redis');
        (async () => {
          const client = createClient({ url: `redis://:secret@127.0.0.1:${process.env.PORT}/2`, name: 'node' });
          client.on('error', error => console.log('error', error.message));
          await client.connect();
          console.log(await client.ping(), await client.clientGetName());
          console.log(await client.set('k', 'v'), await client.get('k'), await client.set('k', 'w', { NX: true }), await client.set('k', 'w', { EX: 100 }), await client.ttl('k'));
          console.log(await client.mSet({ a: '1', b: '2' }), await client.mGet(['a', 'b', 'c']), await client.incr('a'), await client.del(['a', 'c']));
          console.log(await client.rPush('l', ['x', 'y', 'z']), await client.lRange('l', 0, -1), await client.lPop('l'), await client.rPopCount('l', 5));
          console.log(await client.hSet('h', { f: '1', g: '2' }), { ...await client.hGetAll('h') }, await client.hDel('h', 'f'), (await client.keys('*')).sort());
          await client.incr('h').catch(error => console.log(error.message));
          console.log((await Promise.all(Array.from({ length: 1000 }, (_, i) => client.incr('n')))).at(-1));
          const ear = client.duplicate();
          await ear.connect();
          const heard = new Promise(done => ear.subscribe('news', (message, channel) => done(`${channel} ${message}`)).then(() => client.publish('news', 'hello')));
          console.log(await heard);
          await ear.unsubscribe('news');
          await ear.close();
          await client.close();
        })();
        """;

    private const string IoRedis = """
        const Redis = require('ioredis');
        (async () => {
          const client = new Redis({ port: process.env.PORT, password: 'secret', connectionName: 'io' });
          console.log(await client.ping(), await client.client('GETNAME'), await client.set('k', 'v', 'EX', 100), await client.get('k'), await client.ttl('k'));
          console.log(await client.getBuffer('k'), await client.hset('h', { f: 1 }), await client.hgetall('h'), await client.lpop('nothing'));
          const results = await client.pipeline().incr('n').incr('k').get('n').exec();
          console.log(results.map(([error, value]) => error ? error.message : value));
          const ear = client.duplicate();
          await ear.subscribe('news', 'weather');
          const heard = new Promise(done => ear.on('message', (channel, message) => done(`${channel} ${message}`)));
          console.log(await client.publish('weather', 'rain'), await heard, await ear.unsubscribe(), await ear.ping());
          console.log(await ear.quit(), await client.quit());
        })();
        """;

    [Fact]
    public async Task Node_redis_finds_what_it_expects() => Assert.Equal(
        """
        PONG node
        OK v null OK 100
        OK [ '1', '2', null ] 2 1
        3 [ 'x', 'y', 'z' ] x [ 'z', 'y' ]
        2 { f: '1', g: '2' } 1 [ 'b', 'h', 'k' ]
        WRONGTYPE Operation against a key holding the wrong kind of value
        1000
        news hello

        """,
        await RunAsync(NodeRedis));

    [Fact]
    public async Task Ioredis_finds_what_it_expects() => Assert.Equal(
        """
        PONG io OK v 100
        <Buffer 76> 1 { f: '1' } null
        [ 1, 'ERR value is not an integer or out of range', '1' ]
        1 weather rain 0 PONG
        OK OK

        """,
        await RunAsync(IoRedis));

    private static async Task<string> RunAsync(string script)
    {
        var folder = await NodeModules.FolderAsync();
        await using var redis = new RedisServing("secret");
        using var node = ForeignProgram.Start("node", ["-e", script], redis.Port, folder);
        var (exit, complaint) = await node.EndAsync();
        Assert.True(exit == 0, complaint);
        return node.Said;
    }
}
