namespace RuntimeTests;

/// <summary>A protocol in gb2312, with a body behind one of its lines.</summary>
[Protocol("guobiao")]
[TextWire(Encoding = "gb2312")]
public sealed partial class Guobiao
{
    [Command("说")]
    public readonly partial record struct Say(string Whom, [Rest] string Text) : IRequest<Said>;

    [Command("PUT")]
    public readonly partial record struct Put(string Name, [BodyLength] Body Data) : IRequest<Said>;

    [Reply("好")]
    public readonly partial record struct Said([Rest] string Text);

    [Fault("错 {Code} {Message}")]
    public readonly partial record struct Error(string Code, [Rest] string Message);
}

public sealed class GuobiaoServer : Guobiao.IServer
{
    public ValueTask<Guobiao.Said> Handle(Guobiao.Say say, Guobiao.Session session) => new(new Guobiao.Said($"{say.Whom}：{say.Text}"));

    public async ValueTask<Guobiao.Said> Handle(Guobiao.Put put, Guobiao.Session session) => new($"{put.Name} {await LabServer.Drain(put.Data)}");
}
