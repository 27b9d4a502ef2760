namespace RuntimeTests;

/// <summary>Whoever has entered hears what others do, and may watch for as long as there is something to see.</summary>
[Protocol("club")]
[TextWire(MaxLine = "200B")]
[Allow(State.Inside)]
[StateLimits(State.Outside, MaxFrame = "20B", Idle = "5s", Command = "3s")]
public sealed partial class Club
{
    public enum State { Outside, Inside, Cellar }

    [Command("ENTER"), Allow(State.Outside), Next(State.Inside)]
    public readonly partial record struct Enter(string Name) : IRequest<Welcome>;

    [Command("SAY")]
    public readonly partial record struct Say([Rest] string Text) : IRequest<Said>;

    [Command("PUT")]
    public readonly partial record struct Put([BodyLength] Body Data) : IRequest<Said>;

    [Command("WATCH")]
    public readonly partial record struct Watch(int Count) : IStream<Seen, Over>;

    [Command("DOWN"), Allow(State.Inside, State.Cellar)]
    public readonly partial record struct Down : IRequest<Dark>;

    [Command("NUDGE"), AnsweredWhen(nameof(Loud), Comparison.Equal, true)]
    public readonly partial record struct Nudge(bool Loud) : IRequest<Said?>;

    [Reply("WELCOME")]
    public readonly partial record struct Welcome(string Name);

    [Reply("SAID")]
    public readonly partial record struct Said([Rest] string Text);

    [Reply("SEEN")]
    public readonly partial record struct Seen(int Number);

    [Reply("OVER")]
    public readonly partial record struct Over;

    [Reply("DARK"), Next(State.Cellar)]
    public readonly partial record struct Dark;

    [Reply("NEWS"), Push]
    public readonly partial record struct News([Rest] Bytes Text);
}

/// <summary>Answers plainly, but for what a test wants otherwise.</summary>
public sealed class ClubServer : Club.IServer
{
    public Func<Club.Session, ValueTask> OnOpened { get; init; } = _ => default;

    public Func<Club.Session, ConversationEnd, ValueTask> OnClosed { get; init; } = (_, _) => default;

    public Func<Club.Enter, Club.Session, ValueTask<Club.Welcome>> OnEnter { get; init; } = (enter, _) => new(new Club.Welcome(enter.Name));

    public Func<Club.Say, Club.Session, ValueTask<Club.Said>> OnSay { get; init; } = (say, _) => new(new Club.Said(say.Text));

    public Func<Club.Watch, Club.Session, IAsyncEnumerable<Club.Seen>> OnWatch { get; init; } = (watch, _) => Count(watch.Count);

    public static async IAsyncEnumerable<Club.Seen> Count(int to)
    {
        for (var number = 1; number <= to; number++)
        {
            await Task.Yield();
            yield return new Club.Seen(number);
        }
    }

    public ValueTask OpenedAsync(Club.Session session) => OnOpened(session);

    public ValueTask ClosedAsync(Club.Session session, ConversationEnd end) => OnClosed(session, end);

    public ValueTask<Club.Welcome> Handle(Club.Enter enter, Club.Session session) => OnEnter(enter, session);

    public ValueTask<Club.Said> Handle(Club.Say say, Club.Session session) => OnSay(say, session);

    public async ValueTask<Club.Said> Handle(Club.Put put, Club.Session session) => new($"{(await put.Data.ToArrayAsync()).Length}");

    public IAsyncEnumerable<Club.Seen> Handle(Club.Watch watch, Club.Session session) => OnWatch(watch, session);

    public ValueTask<Club.Dark> Handle(Club.Down down, Club.Session session) => default;

    public ValueTask<Club.Said?> Handle(Club.Nudge nudge, Club.Session session) => new(nudge.Loud ? new Club.Said("ouch") : null);
}
