namespace RuntimeTests;

/// <summary>A wire without frames, whose bodies end by a mark and by time.</summary>
[Protocol("marked")]
[UnframedWire(ReadSize = 16)]
public sealed partial class Marked
{
    [Command("P{Name}")]
    public readonly partial record struct Put([Rest] string Name) : IRequest<Size?>;

    [Command("", Follows = nameof(Put))]
    public readonly partial record struct Upload([BodyUntil("##", Gap = "100ms", After = "30ms", Quiet = "1s", Max = "1KiB")] Body Data) : IOneWay;

    [Command("G{Name}")]
    public readonly partial record struct Get([Rest] string Name) : IRequest<Content>;

    [Command("L")]
    public readonly partial record struct List : IRequest<Names>;

    [Reply("OK")]
    public readonly partial record struct Content([BodyUntil("##", Gap = "100ms", After = "30ms", Quiet = "1s")] Body Data);

    [Reply("OK")]
    public readonly partial record struct Names([BodyUntil("", Gap = "100ms", Quiet = "200ms")] Body Data);

    [Reply("={Bytes}")]
    public readonly partial record struct Size(long Bytes);

    [Fault("NO", Answers = FaultKind.NotFound)]
    public readonly partial record struct Missing;
}

public sealed class MarkedServer : Marked.IServer
{
    public Func<Marked.Put, Marked.Session, ValueTask<Marked.Size?>> OnPut { get; init; } = async (_, session) =>
        new Marked.Size(await LabServer.Drain((await session.ReadAsync<Marked.Upload>()).Data));

    public ValueTask<Marked.Size?> Handle(Marked.Put put, Marked.Session session) => OnPut(put, session);

    public ValueTask<Marked.Content> Handle(Marked.Get get, Marked.Session session) =>
        get.Name == " none" ? throw new ProtocolFault(FaultKind.NotFound, "no") : new(new Marked.Content(Body.FromText("content")));

    public ValueTask<Marked.Names> Handle(Marked.List list, Marked.Session session) => new(new Marked.Names(Body.FromText("a\nb\n")));
}
