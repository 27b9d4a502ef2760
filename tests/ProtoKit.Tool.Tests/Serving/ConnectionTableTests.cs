using ProtoKit.Tool.Serving;

namespace ProtoKit.Tool.Tests.Serving;

public sealed class ConnectionTableTests
{
    [Fact]
    public void Nobody_is_said_to_be_nobody() => Assert.Equal("no connections\n", Shown(""));

    [Fact]
    public void Each_connection_is_a_row_and_a_peers_bytes_are_escaped() => Assert.Equal(
        """
        conn  protocol  remote       since  commands
        #1    echo      127.0.0.1:5    12s         3
        #12   ftp       a\x1b[31mb   2h07m     40000

        """,
        Shown(One(1, "echo", "127.0.0.1:5", 12, 3) + "," + One(12, "ftp", "a\\u001b[31mb", 7654, 40000)));

    [Fact]
    public void Of_very_many_the_first_forty_are_shown()
    {
        var lines = Shown(string.Join(',', Enumerable.Range(1, 45).Select(conn => One(conn, "echo", "::1", 0, 0)))).TrimEnd('\n').Split('\n');
        Assert.Equal((42, "... and 5 more"), (lines.Length, lines[^1]));
        Assert.StartsWith("#40 ", lines[^2]);
    }

    private static string One(int conn, string protocol, string remote, int seconds, int commands) =>
        $$"""{"conn":{{conn}},"protocol":"{{protocol}}","remote":"{{remote}}","seconds":{{seconds}},"commands":{{commands}}}""";

    private static string Shown(string connections)
    {
        var output = new StringWriter();
        var happened = ServeEvent.Parse($$"""{"v":1,"type":"connections","connections":[{{connections}}]}""")!;
        ConnectionTable.Write(happened.Items("connections"), output);
        return output.ToString();
    }
}
