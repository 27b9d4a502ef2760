namespace RuntimeTests;

/// <summary>A text protocol with the usual line ends and the usual fault, and an exchange of two steps.</summary>
[Protocol("ping")]
[TextWire]
public sealed partial class Ping
{
    [Command("NAME")]
    public readonly partial record struct Name(string Text) : IRequest<Named>;

    [Command("ASK")]
    public readonly partial record struct Ask : IRequest<Named>;

    [Command("REPLY", Follows = nameof(Ask))]
    public readonly partial record struct Reply(string Text) : IOneWay;

    [Reply("NAMED")]
    public readonly partial record struct Named(string Text);
}

public sealed class PingServer : Ping.IServer
{
    public ValueTask<Ping.Named> Handle(Ping.Name name, Ping.Session session) =>
        name.Text == "no" ? throw new ProtocolFault("no", "I am Bob") : new(new Ping.Named(name.Text));

    public async ValueTask<Ping.Named> Handle(Ping.Ask ask, Ping.Session session) => new((await session.ReadAsync<Ping.Reply>()).Text);
}
