using System.Net.Sockets;
using System.Text;
using ProtoKit.Hosting;
using ProtoKit.Transports;
using ProtoKit.Transports.Streams;

namespace RuntimeTests;

public sealed class ControlWordsTests
{
    [Theory]
    [InlineData("""{"v":1,"type":"serve","model":"epoll","workers":4}""", 4)]
    [InlineData("""{"v":1,"type":"serve","model":"epoll"}""", 0)]
    public void Workers_that_were_not_said_are_none(string line, int workers) => Assert.Equal(workers, ServeOrder.Read(line).Workers);

    [Fact]
    public void Connections_are_one_line() => Assert.Equal(
        """{"v":1,"type":"connections","connections":[{"conn":1,"protocol":"echo","remote":"127.0.0.1:5","seconds":12,"commands":3}]}""" + "\n",
        Written(events => events.Connections([(1, "echo", "127.0.0.1:5", 12, 3)])));

    [Fact]
    public void Nobody_is_an_empty_list() => Assert.Equal(
        """{"v":1,"type":"connections","connections":[]}""" + "\n", Written(events => events.Connections([])));

    [Theory]
    [InlineData("tcp://127.0.0.1:29321", "127.0.0.1:29321 is already in use", "--listen :0")]
    [InlineData("udp://[::1]:29321", "[::1]:29321 is already in use", "--listen udp://127.0.0.1:0")]
    [InlineData("unix:/run/echo.sock", "/run/echo.sock is already in use", "--listen unix:/run/echo.sock.2")]
    public void What_cannot_be_listened_at_is_told_with_its_url_and_a_cure(string url, string message, string cure)
    {
        var told = ServeFailure.Of(new ListenException(Endpoint.Parse(url), new SocketException((int)SocketError.AddressAlreadyInUse)))!;
        Assert.Equal((message, cure, 6), (told.Message, told.Try, told.Exit));
        Assert.Contains($"\"url\":\"{url}\"", Written(events => events.Error(told)));
    }

    [Fact]
    public void A_file_that_is_no_socket_and_a_folder_that_is_not_there_are_told_as_such()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells a socket from a file");
        Assert.Equal("/tmp is there, and is no socket", Told("unix:/tmp"));
        Assert.Equal("/etc/passwd is there, and is no socket", Told("unix:/etc/passwd"));
        Assert.Equal("there is no folder /tmp/no such folder", Told("unix:/tmp/no such folder/echo.sock"));
    }

    private static string Told(string url)
    {
        var endpoint = Endpoint.Parse(url);
        var refused = Assert.Throws<SocketException>(() => Binding.Listen(endpoint).Dispose());
        return ServeFailure.Of(new ListenException(endpoint, refused))!.Message;
    }

    private static string Written(Action<ControlEvents> write)
    {
        using var control = new MemoryStream();
        var events = new ControlEvents(control);
        write(events);
        events.FlushAsync(TimeSpan.FromSeconds(30)).Wait(TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(control.ToArray());
    }
}
