using System.Text;

namespace RuntimeTests;

/// <summary>Small messages that fit into a datagram; an answer ends as its question did.</summary>
[Protocol("radio")]
[TextWire(NewLine = NewLine.AsReceived, MaxLine = "64KiB")]
public sealed partial class Radio
{
    [Command("BIG")]
    public readonly partial record struct Big(int Size) : IRequest<Same>;

    [Command("TWICE")]
    public readonly partial record struct Twice(string Word) : IRequest<Same>;

    [Command("LATER")]
    public readonly partial record struct Later(string Word) : IRequest<Same>;

    [Command("REFUSE")]
    public readonly partial record struct Refuse([Rest] string Why) : IRequest<Same>;

    [Command("KIND")]
    public readonly partial record struct Kind : IRequest<Same>;

    [Command("Bye", Closes = true)]
    public readonly partial record struct Bye : IOneWay;

    [Command("{Text}")]
    public readonly partial record struct Line([Rest] Bytes Text) : IRequest<Same>;

    [Reply("{Text}")]
    public readonly partial record struct Same([Rest] Bytes Text);

    [Fault("ERR {Code} {Message}", Closes = true)]
    public readonly partial record struct Error(string Code, [Rest] string Message);
}

public sealed class RadioServer : Radio.IServer
{
    public ValueTask<Radio.Same> Handle(Radio.Big big, Radio.Session session) => new(Say(new string('x', big.Size)));

    public async ValueTask<Radio.Same> Handle(Radio.Twice twice, Radio.Session session)
    {
        await session.SendAsync(Say(twice.Word));
        return Say(twice.Word);
    }

    public async ValueTask<Radio.Same> Handle(Radio.Later later, Radio.Session session)
    {
        await Task.Delay(50);
        return Say(later.Word);
    }

    public ValueTask<Radio.Same> Handle(Radio.Refuse refuse, Radio.Session session) => throw new ProtocolFault("no", refuse.Why);

    public ValueTask<Radio.Same> Handle(Radio.Kind kind, Radio.Session session) => new(Say(session.IsDatagram ? "gram" : "stream"));

    public ValueTask Handle(Radio.Bye bye, Radio.Session session) => default;

    // One that reads as an error is refused, which over UDP would be an error to an error.
    public ValueTask<Radio.Same> Handle(Radio.Line line, Radio.Session session) =>
        line.Text.Span.StartsWith("ERR "u8) ? throw new ProtocolFault("error", "?") : new(new Radio.Same(line.Text));

    private static Radio.Same Say(string text) => new(new Bytes(Encoding.UTF8.GetBytes(text)));
}

/// <summary>No frames: over UDP, a datagram is a message.</summary>
[Protocol("signal")]
[UnframedWire(ReadSize = 16)]
[Limits(UdpReplyFactor = "16")]
public sealed partial class Signal
{
    [Command("{Data}")]
    public readonly partial record struct Flag([Rest] Bytes Data) : IRequest<Flagged?>;

    [Reply("{Data}")]
    public readonly partial record struct Flagged([Rest] Bytes Data);
}

/// <param name="times">How often each message comes back.</param>
public sealed class SignalServer(int times = 1) : Signal.IServer
{
    public async ValueTask<Signal.Flagged?> Handle(Signal.Flag flag, Signal.Session session)
    {
        if (times == 0) return null;
        for (var sent = 1; sent < times; sent++) await session.SendAsync(new Signal.Flagged(flag.Data));
        return new Signal.Flagged(flag.Data);
    }
}
