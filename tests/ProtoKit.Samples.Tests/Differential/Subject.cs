using ProtoKit.Reference;
using ProtoKit.Wire;

namespace Samples.Tests;

/// <summary>A protocol whose generated parser is held against the interpreter.</summary>
internal sealed class Subject
{
    private static readonly Dictionary<string, Subject> All = new Subject[]
    {
        new(Ftp.Description, Ftp.Wire, Ftp.TryRead, new UserTypes().Add("FileName", PlainName, random => Pick(random, "a", "a b", "中文.txt", "##", "\"q\"", "b\\s"))),
        new(Echo.Description, Echo.Wire, Echo.TryRead, new UserTypes()),
        new(Kinds.Description, Kinds.Wire, Kinds.TryRead, new UserTypes()
            .Add("Label", text => text.StartsWith('-') ? null : text, random => Pick(random, "a", "label", "中文黄色", "twelve bytes"[..6]))
            .Add("Guid", text => Guid.TryParse(text, out var id) ? id.ToString() : null, _ => "0f8fad5b-d9cb-469f-a165-70867728950e")),
        new(Loose.Description, Loose.Wire, Loose.TryRead, new UserTypes()),
        new(Orders.Description, Orders.Wire, Orders.TryRead, new UserTypes()),
        new(Guobiao.Description, Guobiao.Wire, Guobiao.TryRead, new UserTypes().Add("Name", text => text, random => Pick(random, "a", "名字", "第一章"))) { Letters = "中文说加存多完好" },
    }.ToDictionary(subject => subject.Described.Name);

    private Subject(string description, WireFormat wire, TryReadCommand tryRead, UserTypes types) =>
        (Described, Wire, TryRead, Types) = (Described.Parse(description), wire, tryRead, types);

    public delegate ReadStatus TryReadCommand(WireInput input, out object? command);

    public static IReadOnlyCollection<string> Names => All.Keys;

    public Described Described { get; }

    public WireFormat Wire { get; }

    public TryReadCommand TryRead { get; }

    public UserTypes Types { get; }

    /// <summary>What the wire can say besides ASCII.</summary>
    public string Letters { get; private init; } = "é中文📁";

    public static Subject Of(string name) => All[name];

    public Said Interpret(byte[] stream, Twist twist = Twist.None) => new Interpreter(Described, Types, twist).Read(stream);

    public Said Parse(byte[] stream, IReadOnlyList<int> cuts) => new ParserRun(this, stream, cuts).Read();

    // What a file may be called, said once more from the promises: no separator, no control character, no way up, no temporary's name.
    private static string? PlainName(string name)
    {
        var plain = name is not ("." or "..") && !name.StartsWith(".pk-", StringComparison.Ordinal) && !name.Contains('/') && !name.Any(char.IsControl);
        return plain ? name : null;
    }

    private static string Pick(Random random, params string[] from) => from[random.Next(from.Length)];
}
