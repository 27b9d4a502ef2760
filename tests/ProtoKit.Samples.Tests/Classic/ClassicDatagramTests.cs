using ProtoKit.Sessions;
using Xunit;

namespace Samples.Tests;

/// <summary>What the samples answer to one datagram.</summary>
public sealed class ClassicDatagramTests
{
    [Theory]
    [InlineData("hello", 1)]
    [InlineData("a\nb\n", 2)]
    [InlineData("a\nb\nc", 3)]
    [InlineData("\n\n\n", 3)]
    [InlineData("a\rb", 1)]
    public async Task Ones_are_said_once_for_each_line(string datagram, int lines) =>
        Assert.Equal(string.Concat(Enumerable.Repeat("1111", lines)), await AskAsync(datagram, ClassicReply.Ones));

    [Theory]
    [InlineData(ClassicReply.Echo, "a\nb", "a\nb")]
    [InlineData(ClassicReply.EchoThanks, "hello", "hellothank you!")]
    [InlineData(ClassicReply.Ok, "a\nb", "OK")]
    [InlineData(ClassicReply.Thanks, "hello", "thank you!")]
    [InlineData(ClassicReply.None, "hello", "")]
    [InlineData(ClassicReply.Echo, "Bye", "")]
    [InlineData(ClassicReply.Ones, "Bye", "")]
    public async Task The_other_answers_are_those_of_a_message(ClassicReply reply, string datagram, string answer) =>
        Assert.Equal(answer, await AskAsync(datagram, reply));

    [Fact]
    public async Task A_datagram_that_is_longer_than_the_read_size_is_one_message() =>
        Assert.Equal("OK", await AskAsync(new string('x', 1500), ClassicReply.Ok));

    [Theory]
    [InlineData("hello"), InlineData("hello\n"), InlineData("a\r\nb"), InlineData("\n\n\n"), InlineData("a\rb")]
    public async Task Echo_sends_the_datagram_back(string datagram)
    {
        var rig = new ProtocolRig(Echo.Service(() => new EchoServer())) { Options = new ConversationOptions { IsDatagram = true } };
        Assert.Equal(datagram, (await rig.SayAsync(datagram)).Text);
        Assert.Equal(datagram + "\n", (await rig.SayAsync(datagram + "\nBye")).Text);
    }

    private static async Task<string> AskAsync(string datagram, ClassicReply reply)
    {
        var rig = new ProtocolRig(EchoClassic.Service(() => new ClassicEchoServer(reply))) { Options = new ConversationOptions { IsDatagram = true } };
        return (await rig.SayAsync(datagram)).Text;
    }
}
