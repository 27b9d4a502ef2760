namespace ProtoKit.Worker;

/// <summary>Questions about who runs a handler, and handlers that make it hard.</summary>
[Protocol("desk")]
[TextWire(MaxLine = "4MiB")]
public sealed partial class Desk
{
    /// <summary>Asks who runs this.</summary>
    [Command("WHERE")]
    public readonly partial record struct Where : IRequest<Here>;

    /// <summary>Asks who runs the handler after it has awaited something.</summary>
    [Command("AFTER")]
    public readonly partial record struct After(string What) : IRequest<Here>;

    /// <summary>Says something.</summary>
    [Command("SAY")]
    public readonly partial record struct Say([Rest] Bytes Text) : IRequest<Said>;

    /// <summary>Wants so many pushes, one every 20 ms.</summary>
    [Command("PUSH")]
    public readonly partial record struct Push(int Count) : IOneWay;

    /// <summary>Is told that it has begun, and no more.</summary>
    [Command("HANG")]
    public readonly partial record struct Hang : IRequest<Said>;

    /// <summary>Asks so often who runs the handler.</summary>
    [Command("WATCH")]
    public readonly partial record struct Watch(int Count) : IStream<Here, Over>;

    /// <summary>Goes on with a new desk on the same connection.</summary>
    [Command("SWITCH")]
    public readonly partial record struct Switch : IRequest<Over>;

    /// <summary>Is told where the handler was when it had blocked its thread for so many milliseconds.</summary>
    [Command("NAP")]
    public readonly partial record struct Nap(int Milliseconds) : IRequest<Here>;

    /// <summary>Is told where the handler was when it had computed for so many milliseconds.</summary>
    [Command("SPIN")]
    public readonly partial record struct Spin(int Milliseconds) : IRequest<Here>;

    /// <summary>Wants so many items, each from a handler that blocks its thread for so many milliseconds.</summary>
    [Command("DRIP")]
    public readonly partial record struct Drip(int Count, int Milliseconds) : IStream<Here, Over>;

    /// <summary>That is all.</summary>
    [Reply("OVER")]
    public readonly partial record struct Over;

    /// <summary>The process and the thread.</summary>
    [Reply("AT")]
    public readonly partial record struct Here(int Process, int Thread);

    /// <summary>What was said.</summary>
    [Reply("SAID")]
    public readonly partial record struct Said([Rest] Bytes Text);

    /// <summary>Nobody asked for this one.</summary>
    [Reply("PUSHED")]
    public readonly partial record struct Pushed(int Number);
}
