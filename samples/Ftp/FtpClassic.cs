using ProtoKit;

namespace Samples;

/// <summary>
/// The wire of the origin file server, byte for byte. It has no frames: pauses are all that keeps a word, a file and the end mark apart, so a file may
/// not end with the mark, and whoever has a choice takes <see cref="Ftp"/>.
/// </summary>
[Protocol("ftp-classic", Port = 8080, Summary = "The origin file server's wire, for its own clients.")]
[UnframedWire(ReadSize = 1024)]
[Limits(FirstCommand = "1h", Idle = "1h", MaxErrors = "unlimited")]
public sealed partial class FtpClassic
{
    /// <summary>Asks for the names of all files. The first letter decides.</summary>
    [Command("L{Tail}", Summary = "Lists the files.")]
    public readonly partial record struct List([Rest] Ignored Tail) : IRequest<Listing>;

    /// <summary>Asks for a file.</summary>
    [Command("G{Name}", Summary = "Fetches a file.")]
    public readonly partial record struct Get([Rest] LastWord Name) : IRequest<Content>;

    /// <summary>Announces a file, which follows once the server is ready.</summary>
    [Command("P{Name}", Summary = "Stores a file.")]
    public readonly partial record struct Put([Rest] LastWord Name) : IRequest<Ready?>;

    /// <summary>The announced file.</summary>
    [Command("", Follows = nameof(Put))]
    public readonly partial record struct Upload([BodyUntil("##", Gap = "100ms", After = "30ms", Quiet = "1s"), File(nameof(Put.Name))] Body Data) : IOneWay;

    /// <summary>Ends the conversation; there is no answer.</summary>
    [Command("Q{Tail}", Closes = true, Summary = "Ends the conversation.")]
    public readonly partial record struct Quit([Rest] Ignored Tail) : IOneWay;

    /// <summary>Anything else, which the origin server let pass without a word.</summary>
    [Command("{Text}")]
    public readonly partial record struct Unknown([Rest] string Text) : IOneWay;

    /// <summary>The names follow, one on a line; silence ends them.</summary>
    [Reply("OK")]
    public readonly partial record struct Listing([BodyUntil("", Gap = "100ms", Quiet = "200ms")] Body Names);

    /// <summary>The file follows, then the mark.</summary>
    [Reply("OK")]
    public readonly partial record struct Content(
        [BodyUntil("##", Gap = "100ms", After = "30ms", Quiet = "1s"), File(nameof(Get.Name))] Body Data);

    /// <summary>The file may come.</summary>
    [Reply("OK")]
    public readonly partial record struct Ready;

    /// <summary>There is no such file.</summary>
    [Fault("文件不存在", Answers = FaultKind.NotFound)]
    public readonly partial record struct Missing;

    /// <summary>There is such a file already.</summary>
    [Fault("文件已存在", Answers = FaultKind.Exists)]
    public readonly partial record struct Existing;

    /// <summary>There is no file at all.</summary>
    [Fault("文件库为空", Answers = FaultKind.None)]
    public readonly partial record struct Empty;
}
