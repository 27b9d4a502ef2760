using ProtoKit;

namespace Samples.Tests;

/// <summary>Verbs in any case beside lines that have none, ended by LF alone, with few words in a line.</summary>
[Protocol("loose")]
[TextWire(NewLine = NewLine.Lf, IgnoreCase = true, MaxLine = "64B", MaxArguments = 3)]
public sealed partial class Loose
{
    [Command("Ping")]
    public readonly partial record struct Ping : IRequest<Done>;

    [Command("Set")]
    public readonly partial record struct Set(string Key, [Quoted] string? Value) : IRequest<Done>;

    [Command("Of")]
    public readonly partial record struct Of(IReadOnlyList<string> Words) : IRequest<Done>;

    [Command("Put")]
    public readonly partial record struct Put(string Name, [BodyLength(Max = "1KiB")] Body Data) : IRequest<Done>;

    [Command("{Number} {Text}")]
    public readonly partial record struct Numbered(int Number, [Rest] string Text) : IRequest<Done>;

    [Reply("+done")]
    public readonly partial record struct Done;
}
