using ProtoKit;

namespace Samples.Tests;

/// <summary>A wire in gb2312, where a byte of a character can look like anything but a control character.</summary>
[Protocol("guobiao")]
[TextWire(NewLine = NewLine.AsReceived, MaxLine = "128B", Encoding = "gb2312")]
public sealed partial class Guobiao
{
    [Command("说")]
    public readonly partial record struct Say([Quoted] string Who, [Rest] string Text) : IRequest<Done>;

    [Command("加")]
    public readonly partial record struct Add(int Number, IReadOnlyList<string> Words) : IRequest<Done>;

    [Command("存")]
    public readonly partial record struct Put([Quoted] Name Name, [BodyLength] Body Data) : IRequest<Done>;

    [Command("多")]
    public readonly partial record struct Many([Lines(Until = "完")] IReadOnlyList<Verse> Verses) : IRequest<Done>;

    [Reply("好")]
    public readonly partial record struct Done;

    [Line]
    public readonly partial record struct Verse(int Number, [Rest] string Text);

    /// <summary>At most twelve bytes of UTF-8.</summary>
    [Token(MaxBytes = 12)]
    public readonly partial record struct Name(string Value);
}
