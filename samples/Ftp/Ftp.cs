using ProtoKit;

namespace Samples;

/// <summary>A small file library: list, get, put, quit.</summary>
[Protocol("ftp", Port = 2121, Summary = "A small file library: list, get, put, quit.")]
[TextWire(MaxLine = "4KiB")]
public sealed partial class Ftp
{
    /// <summary>Asks for the names and sizes of all files.</summary>
    [Command("L", Summary = "Lists the files.")]
    public readonly partial record struct List : IRequest<Listing>;

    /// <summary>Asks for a file.</summary>
    [Command("G", Summary = "Fetches a file.")]
    public readonly partial record struct Get([Quoted] FileName Name) : IRequest<Content>;

    /// <summary>Stores a file.</summary>
    [Command("P", Summary = "Stores a file.")]
    public readonly partial record struct Put([Quoted] FileName Name, [BodyLength(Max = "4GiB"), File(nameof(Put.Name))] Body Data) : IRequest<Stored>;

    /// <summary>Says goodbye.</summary>
    [Command("Q", Summary = "Ends the conversation.")]
    public readonly partial record struct Quit : IRequest<Goodbye>;

    /// <summary>The files, one line each.</summary>
    [Reply("OK {Files.Count}")]
    public readonly partial record struct Listing([Lines] IReadOnlyList<Entry> Files);

    /// <summary>A file's bytes.</summary>
    [Reply("OK {Data.Length}")]
    public readonly partial record struct Content([File(nameof(Get.Name))] Body Data);

    /// <summary>The file is on disk under its name.</summary>
    [Reply("OK stored")]
    public readonly partial record struct Stored;

    /// <summary>The last word.</summary>
    [Reply("BYE", Closes = true)]
    public readonly partial record struct Goodbye;

    /// <summary>A refusal.</summary>
    [Fault("ERR {Code} {Message}")]
    public readonly partial record struct Error(string Code, [Rest] string Message);

    /// <summary>One file of a listing.</summary>
    [Line]
    public readonly partial record struct Entry(long Size, [Rest] string Name);

    /// <summary>A name that stands for a file of the library and for nothing else.</summary>
    [Token(MaxBytes = 255)]
    public readonly partial record struct FileName(string Value)
    {
        private static bool Validate(ReadOnlySpan<byte> utf8) => Names.IsPlain(utf8);
    }
}
