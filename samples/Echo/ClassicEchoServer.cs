using System.Globalization;
using System.Runtime.Serialization;
using System.Text;
using ProtoKit;
using ProtoKit.Wire;

namespace Samples;

/// <summary>What an origin echo server answered to each message.</summary>
public enum ClassicReply
{
    /// <summary>The same bytes.</summary>
    Echo,

    /// <summary>The same bytes, and thanks once.</summary>
    EchoThanks,

    /// <summary><c>OK</c>.</summary>
    Ok,

    /// <summary><c>thank you!</c>.</summary>
    Thanks,

    /// <summary><c>1111</c>.</summary>
    [EnumMember(Value = "1111")]
    Ones,

    /// <summary>Nothing; the message is shown in the server's output.</summary>
    None,
}

/// <summary>Answers as the origin echo servers did.</summary>
/// <param name="reply">What to answer.</param>
/// <param name="encoding">What a message is text in: utf-8, gb2312, or binary for bytes that are none.</param>
/// <param name="delay">How long to wait before each answer.</param>
/// <param name="bye">A message that is exactly <c>Bye</c> closes the connection.</param>
public sealed class ClassicEchoServer(
    ClassicReply reply = ClassicReply.Echo, ClassicEncoding? encoding = null, TimeSpan delay = default, bool bye = true) : EchoClassic.IServer
{
    private readonly Decoder? decoder = ClassicText.DecoderOf(encoding ?? ClassicText.UsualFor(reply));

    public async ValueTask<EchoClassic.Answer?> Handle(EchoClassic.Message message, EchoClassic.Session session)
    {
        if (bye && message.Data.Span.SequenceEqual("Bye"u8))
        {
            session.End("bye");
            return null;
        }

        if (!TryDecode(message.Data.Span, out var text))
        {
            session.End("bad-encoding");
            return null;
        }

        if (delay > TimeSpan.Zero) await Task.Delay(delay, session.Aborted);
        if (reply == ClassicReply.None)
        {
            Console.WriteLine(Printable.Of(text));
            return null;
        }

        if (reply == ClassicReply.EchoThanks) await session.SendAsync(new EchoClassic.Answer(message.Data));
        return new EchoClassic.Answer(reply switch
        {
            ClassicReply.Ok => Bytes.Of("OK"),
            ClassicReply.Ones => Ones(session.IsDatagram ? LinesIn(message.Data.Span) : 1),
            ClassicReply.Thanks or ClassicReply.EchoThanks => Bytes.Of("thank you!"),
            _ => message.Data,
        });
    }

    // Lines end with LF, and the last one with the datagram: the origin answered a datagram line by line.
    private static int LinesIn(ReadOnlySpan<byte> bytes) => bytes.Count((byte)'\n') + (bytes.EndsWith("\n"u8) ? 0 : 1);

    private static Bytes Ones(int count) => Bytes.Of(string.Concat(Enumerable.Repeat("1111", count)));

    // The decoder keeps a character that the end of a read has cut, so only what can never become text is refused.
    private bool TryDecode(ReadOnlySpan<byte> bytes, out string text)
    {
        text = string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes");
        if (decoder is null) return true;
        try
        {
            var room = new char[decoder.GetCharCount(bytes, flush: false)];
            text = new string(room, 0, decoder.GetChars(bytes, room, flush: false));
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
