namespace RuntimeTests;

/// <summary>Lines that end with LF; a CR is data.</summary>
[Protocol("bare")]
[TextWire(NewLine = NewLine.Lf, MaxLine = "9B")]
public sealed partial class Bare
{
    [Command("{Text}")]
    public readonly partial record struct Line([Rest] Bytes Text) : IRequest<Same>;

    [Reply("<{Text}")]
    public readonly partial record struct Same([Rest] Bytes Text);
}

/// <summary>Lines that end as the question did.</summary>
[Protocol("mirror")]
[TextWire(NewLine = NewLine.AsReceived, MaxLine = "9B")]
public sealed partial class Mirror
{
    [Command("{Text}")]
    public readonly partial record struct Line([Rest] Bytes Text) : IRequest<Same>;

    [Reply("<{Text}")]
    public readonly partial record struct Same([Rest] Bytes Text);
}

public sealed class BareServer : Bare.IServer
{
    public ValueTask<Bare.Same> Handle(Bare.Line line, Bare.Session session) => new(new Bare.Same(new Bytes(line.Text.Memory[..Math.Min(8, line.Text.Length)])));
}

public sealed class MirrorServer : Mirror.IServer
{
    public ValueTask<Mirror.Same> Handle(Mirror.Line line, Mirror.Session session) => new(new Mirror.Same(new Bytes(line.Text.Memory[..Math.Min(8, line.Text.Length)])));
}
