using System.Net.Sockets;
using System.Text;

namespace RuntimeTests;

public sealed class TcpClientsTests : TcpTests
{
    [Fact]
    public async Task A_half_closed_client_gets_every_answer_and_then_the_servers_FIN()
    {
        using var socket = await SocketAsync(Serve());
        await socket.SendAsync("ECHO a\r\nECHO b\r\nPUT c 3\r\nabc"u8.ToArray());
        socket.Shutdown(SocketShutdown.Send);
        Assert.Equal("OK a\r\nOK b\r\nSTORED 3\r\n", await ReadAsync(socket));
        Assert.Equal("peer-closed", await ends.NextAsync());
    }

    [Fact]
    public async Task The_one_answer_to_an_endless_line_arrives_before_any_reset()
    {
        using var socket = await SocketAsync(Serve());
        var sending = Task.Run(async () =>
        {
            for (var sent = 0; sent < 1 << 20; sent += 4096) await socket.SendAsync(new byte[4096]);
            socket.Shutdown(SocketShutdown.Send);
        });
        Assert.StartsWith("ERR line-too-long", await ReadAsync(socket), StringComparison.Ordinal);
        await sending;
        Assert.Equal("line-too-long", await ends.NextAsync());
    }

    [Fact]
    public async Task The_refusal_of_a_large_body_arrives_while_it_is_written()
    {
        await using var client = await Lab.Client.ConnectAsync(Serve(new LabServer { OnPut = (_, _) => throw new ProtocolFault(FaultKind.Exists, "it is there") }));
        for (var round = 0; round < 1; round++)
        {
            var fault = await Assert.ThrowsAsync<ProtocolFault<Lab.Error>>(async () => await client.PutAsync("a", Body.Of(new byte[20_000_000])).AsTask().WaitAsync(TimeSpan.FromSeconds(20)));
            Assert.Equal("exists", fault.Code);
        }
    }

    [Fact]
    public async Task A_reset_anywhere_ends_that_connection_and_no_other()
    {
        var url = Serve(new LabServer { OnGet = (_, _) => new(new Lab.Content(Body.Of(new byte[4_000_000]))) });
        await using var witness = await Lab.Client.ConnectAsync(url);
        foreach (var text in new[] { "", "EC", "ECHO a\r\n", "PUT a 100\r\nhalf", "GET a\r\n", "MANY 3\r\n1 a\r\n", "ASK a\r\n" })
        {
            var socket = await SocketAsync(url);
            await socket.SendAsync(Encoding.ASCII.GetBytes(text));
            await Task.Delay(10);
            socket.Close(0);
            Assert.Equal("peer-reset", await ends.NextAsync());
            Assert.Equal(text, (await witness.RawAsync(Bytes.Of(text.TrimEnd().Replace("\r\n", "|")))).Data.ToString().Replace("|", "\r\n") + text[text.TrimEnd().Length..]);
        }

        await WaitUntil(() => server!.ConnectionCount == 1);
    }

    [Fact]
    public async Task Two_hundred_clients_at_once_are_all_served()
    {
        var url = Serve();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            await using var client = await Lab.Client.ConnectAsync(url);
            for (var call = 0; call < 5; call++) Assert.Equal($"{number} {call}", (await client.EchoAsync($"{number} {call}")).Text);
        })).WaitAsync(TimeSpan.FromSeconds(30));
        await WaitUntil(() => server!.ConnectionCount == 0);
    }

    [Fact]
    public async Task A_megabyte_of_pipelined_commands_is_answered_in_order()
    {
        using var socket = await SocketAsync(Serve());
        var count = 1 << 16;
        var answers = Task.Run(() => ReadAsync(socket));
        for (var from = 0; from < count; from += 8192)
            await socket.SendAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(from, 8192).Select(number => $"ECHO {number:000000000}\r\n"))));
        socket.Shutdown(SocketShutdown.Send);
        var lines = (await answers.WaitAsync(TimeSpan.FromSeconds(20))).Split("\r\n");
        Assert.Equal(count + 1, lines.Length);
        for (var number = 0; number < count; number++) Assert.Equal($"OK {number:000000000}", lines[number]);
    }

    [Fact]
    public async Task A_slow_reader_gets_every_byte_and_disturbs_nobody()
    {
        var url = Serve(new LabServer { OnGet = (_, _) => new(new Lab.Content(Body.FromStream(new Counter(3_000_000), 3_000_000))) });
        using var slow = await SocketAsync(url);
        await slow.SendAsync("GET a\r\nECHO end\r\n"u8.ToArray());
        await Task.Delay(100);
        await using var witness = await Lab.Client.ConnectAsync(url);
        Assert.Equal("well", (await witness.EchoAsync("well")).Text);
        slow.Shutdown(SocketShutdown.Send);
        var said = await ReadBytesAsync(slow);
        Assert.Equal(3_000_000 + "DATA 3000000\r\nOK end\r\n".Length, said.Length);
        for (var at = 0; at < 3_000_000; at += 997) Assert.Equal((byte)at, said[at + 14]);
    }

    private sealed class Counter(long length) : Stream
    {
        private long at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            count = (int)Math.Min(count, length - at);
            for (var index = 0; index < count; index++) buffer[offset + index] = (byte)at++;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
