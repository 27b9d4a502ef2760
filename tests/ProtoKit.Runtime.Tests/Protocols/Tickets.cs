using System.Collections.Concurrent;

namespace RuntimeTests;

/// <summary>Each answer names what it answers, and comes when it is ready.</summary>
[Protocol("tickets")]
[TextWire(MaxLine = "200B")]
[Correlated(nameof(Wait.Id))]
public sealed partial class Tickets
{
    [Command("WAIT")]
    public readonly partial record struct Wait(int Id, [Rest] Bytes Text) : IRequest<Done>;

    [Command("ADD")]
    public readonly partial record struct Add(int Id, int Left, int Right) : IRequest<Sum>;

    [Command("NOTE")]
    public readonly partial record struct Note(int Id) : IOneWay;

    [Command("QUIT", Closes = true)]
    public readonly partial record struct Quit(int Id) : IRequest<Done>;

    [Reply("DONE")]
    public readonly partial record struct Done(int Id, [Rest] Bytes Text);

    [Reply("SUM")]
    public readonly partial record struct Sum(int Id, int Value);

    [Fault("ERR {Id} {Code} {Message}")]
    public readonly partial record struct Error(int Id, string Code, [Rest] string Message);
}

/// <summary>A WAIT is answered when the test says so.</summary>
public sealed class TicketServer : Tickets.IServer
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<string>> waiting = new();

    public int Waiting => waiting.Count;

    public Func<Tickets.Add, Tickets.Session, ValueTask<Tickets.Sum>> OnAdd { get; init; } = (add, _) => new(new Tickets.Sum(add.Id, add.Left + add.Right));

    public TaskCompletionSource<string> Of(int id) => waiting.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    public async ValueTask<Tickets.Done> Handle(Tickets.Wait wait, Tickets.Session session)
    {
        var with = await Of(wait.Id).Task.WaitAsync(session.Aborted);
        return new(wait.Id, Bytes.Of($"{wait.Text} {with}"));
    }

    public ValueTask<Tickets.Sum> Handle(Tickets.Add add, Tickets.Session session) => OnAdd(add, session);

    public async ValueTask Handle(Tickets.Note note, Tickets.Session session) => await Of(note.Id).Task;

    public ValueTask<Tickets.Done> Handle(Tickets.Quit quit, Tickets.Session session) => new(new Tickets.Done(quit.Id, Bytes.Of("bye")));
}
