using ProtoKit;

namespace Samples;

/// <summary>Every line comes back as it is; <c>Bye</c> ends the conversation.</summary>
[Protocol("echo", Port = 7007, Summary = "Every line comes back as it is.")]
[TextWire(NewLine = NewLine.AsReceived)]
public sealed partial class Echo
{
    /// <summary>A line, whatever it holds.</summary>
    [Command("{Text}", Summary = "Sends a line and gets it back.")]
    public readonly partial record struct Line([Rest] Bytes Text) : IRequest<Echoed>;

    /// <summary>Ends the conversation without an answer.</summary>
    [Command("Bye", Closes = true, Summary = "Ends the conversation.")]
    public readonly partial record struct Bye : IOneWay;

    /// <summary>The same line.</summary>
    [Reply("{Text}")]
    public readonly partial record struct Echoed([Rest] Bytes Text);

    /// <summary>What a line that cannot be one is answered. The connection closes after it: nothing else tells it from an echo.</summary>
    [Fault("ERR {Code} {Message}", Closes = true)]
    public readonly partial record struct Error(string Code, [Rest] string Message);
}

/// <summary>Gives every line back.</summary>
public sealed class EchoServer : Echo.IServer
{
    public ValueTask<Echo.Echoed> Handle(Echo.Line line, Echo.Session session) => new(new Echo.Echoed(line.Text));

    public ValueTask Handle(Echo.Bye bye, Echo.Session session) => default;
}
