namespace RuntimeTests;

/// <summary>Verbs in any case, of several words, with shapes in braces, and a command without a verb.</summary>
[Protocol("mail")]
[TextWire(IgnoreCase = true)]
public sealed partial class Mail
{
    [Command("MAIL FROM:<{Path}>")]
    public readonly partial record struct From(string Path) : IRequest<Ok>;

    [Command("MAIL INFO {Key}={Value}")]
    public readonly partial record struct Info(string Key, [Quoted] string Value) : IRequest<Ok>;

    [Command("CONFIG GET")]
    public readonly partial record struct ConfigGet(int Index) : IRequest<Ok>;

    [Command("SETTING")]
    public readonly partial record struct Config(int A, int B) : IRequest<Ok>;

    [Command("{Text}")]
    public readonly partial record struct Plain([Rest] string Text) : IRequest<Ok>;

    [Command("Quit", Closes = true)]
    public readonly partial record struct Leave : IOneWay;

    [Reply("250 {Text}")]
    public readonly partial record struct Ok([Rest] string Text);

    [Fault("550 {Code} {Message}")]
    public readonly partial record struct Error(string Code, [Rest] string Message);
}

public sealed class MailServer : Mail.IServer
{
    public ValueTask<Mail.Ok> Handle(Mail.From from, Mail.Session session) => new(new Mail.Ok("from " + from.Path));

    public ValueTask<Mail.Ok> Handle(Mail.Info info, Mail.Session session) => new(new Mail.Ok($"{info.Key} is {info.Value}"));

    public ValueTask<Mail.Ok> Handle(Mail.ConfigGet get, Mail.Session session) => new(new Mail.Ok("get " + get.Index));

    public ValueTask<Mail.Ok> Handle(Mail.Config config, Mail.Session session) => new(new Mail.Ok($"config {config.A} {config.B}"));

    public ValueTask<Mail.Ok> Handle(Mail.Plain plain, Mail.Session session) => new(new Mail.Ok("plain " + plain.Text));

    public ValueTask Handle(Mail.Leave leave, Mail.Session session) => default;
}
