namespace RuntimeTests;

/// <summary>Answers plainly, but for what a test wants otherwise.</summary>
public sealed class LabServer : Lab.IServer
{
    public Func<Lab.Echo, Lab.Session, ValueTask<Lab.Echoed>> OnEcho { get; init; } = (echo, _) => new(new Lab.Echoed(echo.Text));

    public Func<Lab.Raw, Lab.Session, ValueTask<Lab.RawBack>> OnRaw { get; init; } = (raw, _) => new(new Lab.RawBack(raw.Data));

    public Func<Lab.Put, Lab.Session, ValueTask<Lab.Stored>> OnPut { get; init; } = async (put, _) => new Lab.Stored(await Drain(put.Data));

    public Func<Lab.Get, Lab.Session, ValueTask<Lab.Content>> OnGet { get; init; } = (get, _) => new(new Lab.Content(Body.FromText(get.Name)));

    public Func<Lab.Session, IReadOnlyList<Lab.Item>> OnList { get; init; } = _ => [];

    public Func<Lab.Maybe, Lab.Session, ValueTask<Lab.Echoed?>> OnMaybe { get; init; } = (maybe, _) => new(maybe.Wanted ? new Lab.Echoed("yes") : null);

    public Func<Lab.Note, Lab.Session, ValueTask> OnNote { get; init; } = (_, _) => default;

    public Func<Lab.Ask, Lab.Session, ValueTask<Lab.Echoed>> OnAsk { get; init; } = async (_, session) =>
        new Lab.Echoed((await session.ReadAsync<Lab.Answer>()).Text.ToString());

    public static async Task<long> Drain(Body body, CancellationToken cancel = default)
    {
        var (total, buffer) = (0L, new byte[4096]);
        while (await body.ReadAsync(buffer, cancel) is > 0 and var count) total += count;
        return total;
    }

    public ValueTask<Lab.Echoed> Handle(Lab.Echo echo, Lab.Session session) => OnEcho(echo, session);

    public ValueTask<Lab.RawBack> Handle(Lab.Raw raw, Lab.Session session) => OnRaw(raw, session);

    public ValueTask<Lab.Stored> Handle(Lab.Put put, Lab.Session session) => OnPut(put, session);

    public async ValueTask<Lab.Stored> Handle(Lab.Small small, Lab.Session session) => new(await Drain(small.Data));

    public ValueTask<Lab.Content> Handle(Lab.Get get, Lab.Session session) => OnGet(get, session);

    public ValueTask<Lab.Listing> Handle(Lab.List list, Lab.Session session) => new(new Lab.Listing(OnList(session)));

    public ValueTask<Lab.Ending> Handle(Lab.Tail tail, Lab.Session session) => new(new Lab.Ending(OnList(session)));

    public ValueTask<Lab.Stored> Handle(Lab.Many many, Lab.Session session) => new(new Lab.Stored(many.Items.Sum(item => item.Size)));

    public ValueTask<Lab.Stored> Handle(Lab.UntilDot until, Lab.Session session) => new(new Lab.Stored(until.Items.Sum(item => item.Size)));

    public ValueTask<Lab.Echoed?> Handle(Lab.Maybe maybe, Lab.Session session) => OnMaybe(maybe, session);

    public ValueTask Handle(Lab.Note note, Lab.Session session) => OnNote(note, session);

    public ValueTask<Lab.Echoed> Handle(Lab.Ask ask, Lab.Session session) => OnAsk(ask, session);

    public ValueTask<Lab.Goodbye> Handle(Lab.Quit quit, Lab.Session session) => default;

    public ValueTask Handle(Lab.Bye bye, Lab.Session session) => default;
}
