namespace RuntimeTests;

/// <summary>A text protocol with one command for each thing that a conversation can do.</summary>
[Protocol("lab")]
[TextWire(MaxLine = "200B", MaxArguments = 6)]
public sealed partial class Lab
{
    [Command("ECHO")]
    public readonly partial record struct Echo([Rest] string Text) : IRequest<Echoed>;

    [Command("RAW")]
    public readonly partial record struct Raw([Rest] Bytes Data) : IRequest<RawBack>;

    [Command("PUT")]
    public readonly partial record struct Put(string Name, [BodyLength] Body Data) : IRequest<Stored>;

    [Command("SMALL")]
    public readonly partial record struct Small(int Number, [BodyLength(Max = "10B")] Body Data) : IRequest<Stored>;

    [Command("GET")]
    public readonly partial record struct Get(string Name) : IRequest<Content>;

    [Command("LIST")]
    public readonly partial record struct List(int Count) : IRequest<Listing>;

    [Command("TAIL")]
    public readonly partial record struct Tail(int Count) : IRequest<Ending>;

    [Command("MANY")]
    public readonly partial record struct Many([Lines] IReadOnlyList<Item> Items) : IRequest<Stored>;

    [Command("UNTIL")]
    public readonly partial record struct UntilDot([Lines(Until = ".")] IReadOnlyList<Item> Items) : IRequest<Stored>;

    [Command("MAYBE")]
    public readonly partial record struct Maybe(bool Wanted) : IRequest<Echoed?>;

    [Command("NOTE")]
    public readonly partial record struct Note([Rest] string Text) : IOneWay;

    [Command("ASK")]
    public readonly partial record struct Ask(string Question) : IRequest<Echoed>;

    [Command("ANSWER", Follows = nameof(Ask))]
    public readonly partial record struct Answer([Rest] Bytes Text) : IOneWay;

    [Command("UPLOAD", Follows = nameof(Ask))]
    public readonly partial record struct Upload([BodyLength] Body Data) : IOneWay;

    [Command("QUIT")]
    public readonly partial record struct Quit : IRequest<Goodbye>;

    [Command("BYE", Closes = true)]
    public readonly partial record struct Bye : IOneWay;

    [Reply("OK")]
    public readonly partial record struct Echoed([Rest] string Text);

    [Reply("RAW")]
    public readonly partial record struct RawBack([Rest] Bytes Data);

    [Reply("STORED")]
    public readonly partial record struct Stored(long Size);

    [Reply("DATA {Data.Length}")]
    public readonly partial record struct Content(Body Data);

    [Reply("LIST {Items.Count}")]
    public readonly partial record struct Listing([Lines] IReadOnlyList<Item> Items);

    [Reply("TAIL")]
    public readonly partial record struct Ending([Lines(Until = ".")] IReadOnlyList<Item> Items);

    [Reply("GOODBYE", Closes = true)]
    public readonly partial record struct Goodbye;

    [Fault("ERR {Code} {Message}")]
    public readonly partial record struct Error(string Code, [Rest] string Message);

    [Line]
    public readonly partial record struct Item(long Size, [Rest] Bytes Name);
}
