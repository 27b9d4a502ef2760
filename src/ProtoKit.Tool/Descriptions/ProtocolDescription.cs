using System.Text.Json.Serialization;

namespace ProtoKit.Tool.Descriptions;

/// <summary>One protocol as its assembly describes it: the equatable model, as JSON, with its servers.</summary>
/// <remarks>Settable, since the emitted reader gives what is init-only its type's default when the JSON leaves it out.</remarks>
internal sealed record ProtocolDescription
{
    /// <summary>The newest description that this tool reads.</summary>
    public const int Newest = 1;

    public int V { get; set; }

    /// <summary>On the command line, such as <c>ftp</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>The declaring class, with its namespace.</summary>
    public string Class { get; set; } = "";

    public string Summary { get; set; } = "";

    /// <summary>0 when none is declared.</summary>
    public int Port { get; set; }

    public WireDescription Wire { get; set; } = new();

    /// <summary>Bytes, counts or milliseconds; -1 is unlimited. Only those that the protocol states.</summary>
    public IReadOnlyDictionary<string, long> Limits { get; set; } = new Dictionary<string, long>();

    public IReadOnlyList<EnumDescription> Enums { get; set; } = [];

    public IReadOnlyList<MessageDescription> Messages { get; set; } = [];

    /// <summary>Records that are parts of messages.</summary>
    public IReadOnlyList<RecordDescription> Records { get; set; } = [];

    public IReadOnlyList<UnionDescription> Unions { get; set; } = [];

    /// <summary>The states of a conversation; the first is the one at the beginning.</summary>
    public IReadOnlyList<string> States { get; set; } = [];

    /// <summary>The field by which an answer names its command; empty: answers come in order.</summary>
    public string Correlated { get; set; } = "";

    public IReadOnlyList<ServerDescription> Servers { get; set; } = [];

    /// <summary>The document itself, with members that this tool does not know of.</summary>
    [JsonIgnore]
    public string Json { get; set; } = "";

    /// <summary>The server that <c>serve</c> runs; null when there is none, or when it is not clear which.</summary>
    [JsonIgnore]
    public ServerDescription? Server => Servers is [var only] ? only : Servers.SingleOrDefault(server => server.Chosen);

    /// <summary>Something follows a message's head, so that it needs a stream.</summary>
    [JsonIgnore]
    public bool HasBodies => Messages.Any(message => message.Steps.Any(step => step.Step is "lines" or "body" or "bodyUntil"));

    public IEnumerable<MessageDescription> Commands => Messages.Where(message => message.Kind == "command");

    public IEnumerable<MessageDescription> OfKind(string kind) => Messages.Where(message => message.Kind == kind);

    public EnumDescription? Enum(string type) => Enums.FirstOrDefault(one => one.Type == type.TrimEnd('?'));

    public UnionDescription? Union(string name) => Unions.FirstOrDefault(union => union.Name == name);

    public RecordDescription? Record(string name) => Records.FirstOrDefault(record => record.Name == name);

    public MessageDescription? Message(string name) => Messages.FirstOrDefault(message => message.Name == name);
}

internal sealed record EnumDescription
{
    public string Type { get; set; } = "";

    public IReadOnlyList<string> Words { get; set; } = [];

    /// <summary>On binary wires: the numbers of the words.</summary>
    public IReadOnlyList<long> Values { get; set; } = [];

    /// <summary>On binary wires: the numbers are added up.</summary>
    public bool Flags { get; set; }
}
