namespace RuntimeTests;

/// <summary>One command leads to another protocol on the same connection.</summary>
[Protocol("gate")]
[TextWire]
public sealed partial class Gate
{
    [Command("PASS")]
    public readonly partial record struct Pass(string To) : IRequest<Passed>;

    [Command("WAIT")]
    public readonly partial record struct Wait : IRequest<Passed>;

    [Reply("PASSED")]
    public readonly partial record struct Passed;
}

/// <summary>Leads into the Lab.</summary>
public sealed class GateServer : Gate.IServer
{
    public Task Waiting { get; init; } = Task.CompletedTask;

    public ConversationEnd? Closed { get; private set; }

    public ValueTask<Gate.Passed> Handle(Gate.Pass pass, Gate.Session session)
    {
        session.SwitchTo((pipe, options) => pass.To switch
        {
            "fail" => throw new IOException("no such place"),
            "gate" => Gate.ServeAsync(pipe, new GateServer(), options),
            _ => Lab.ServeAsync(pipe, new LabServer(), options),
        });
        return pass.To == "nowhere" ? throw new ProtocolFault(FaultKind.NotFound, "there is no such place") : default;
    }

    public async ValueTask<Gate.Passed> Handle(Gate.Wait wait, Gate.Session session)
    {
        await Waiting;
        return default;
    }

    public ValueTask ClosedAsync(Gate.Session session, ConversationEnd end)
    {
        Closed = end;
        return default;
    }
}
