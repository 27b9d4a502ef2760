using System.Text;

namespace RuntimeTests;

public class PushTests
{
    [Fact]
    public async Task What_other_threads_send_never_stands_inside_a_message()
    {
        var content = new byte[400_000];
        Array.Fill(content, (byte)'.');
        var server = new LabServer { OnGet = async (_, session) => await Give(content, session), OnList = _ => [.. Enumerable.Range(0, 30_000).Select(number => new Lab.Item(number, Bytes.Of("line")))] };
        var peer = server.Rig().Peer();
        await peer.SayAsync("GET a\r\nLIST 1\r\n");
        var (pushes, answers) = (0, 0);
        while (pushes < 200 || answers < 2)
        {
            var line = await peer.LineAsync();
            if (line.StartsWith("OK push", StringComparison.Ordinal)) pushes++;
            else if (line == "DATA 400000") Assert.Equal(content, await Answer(400_000));
            else if (line == "LIST 30000") await Lines(30_000);
            else Assert.Fail(line);
        }

        async Task<byte[]> Answer(int bytes)
        {
            answers++;
            return await peer.BytesAsync(bytes);
        }

        async Task Lines(int count)
        {
            for (var number = 0; number < count; number++) Assert.Equal($"{number} line", await peer.LineAsync());
            answers++;
        }

        static async Task<Lab.Content> Give(byte[] content, Lab.Session session)
        {
            var pushing = Enumerable.Range(0, 4).Select(thread => Task.Run(async () =>
            {
                for (var push = 0; push < 50; push++) await session.SendAsync(new Lab.Echoed($"push {thread} {push}"));
            })).ToArray();
            await Task.WhenAny(pushing);
            return new Lab.Content(Body.Of(content));
        }
    }

    [Fact]
    public async Task A_push_is_sent_at_once()
    {
        var go = new TaskCompletionSource();
        var server = new LabServer { OnNote = async (_, session) => await session.SendAsync(new Lab.Echoed("progress")), OnEcho = async (_, _) => await Wait() };
        var peer = server.Rig().Peer();
        Assert.Equal("OK progress", await peer.AskAsync("NOTE a\r\nECHO b\r\n"));
        go.SetResult();
        Assert.Equal("OK done", await peer.LineAsync());

        async Task<Lab.Echoed> Wait()
        {
            await go.Task;
            return new Lab.Echoed("done");
        }
    }

    [Fact]
    public async Task What_cannot_be_said_is_told_to_whoever_says_it()
    {
        var server = new LabServer { OnEcho = async (_, session) => await Try(session) };
        Assert.Equal("OK text has an LF, which would end the line\r\n", (await server.SayAsync("ECHO a\r\n")).Text);

        static async Task<Lab.Echoed> Try(Lab.Session session)
        {
            var thrown = await Assert.ThrowsAsync<NotWritableException>(async () => await session.SendAsync(new Lab.Echoed("a\nb")));
            return new Lab.Echoed(thrown.Message);
        }
    }
}
