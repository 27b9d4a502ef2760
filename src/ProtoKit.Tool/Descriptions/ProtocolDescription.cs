using System.Text.Json.Serialization;

namespace ProtoKit.Tool.Descriptions;

/// <summary>One protocol as its assembly describes it: the equatable model, as JSON, with its servers.</summary>
internal sealed record ProtocolDescription
{
    /// <summary>The newest description that this tool reads.</summary>
    public const int Newest = 1;

    public int V { get; init; }

    /// <summary>On the command line, such as <c>ftp</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>The declaring class, with its namespace.</summary>
    public string Class { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>0 when none is declared.</summary>
    public int Port { get; init; }

    public WireDescription Wire { get; init; } = new();

    /// <summary>Bytes, counts or milliseconds; -1 is unlimited. Only those that the protocol states.</summary>
    public IReadOnlyDictionary<string, long> Limits { get; init; } = new Dictionary<string, long>();

    public IReadOnlyList<EnumDescription> Enums { get; init; } = [];

    public IReadOnlyList<MessageDescription> Messages { get; init; } = [];

    public IReadOnlyList<ServerDescription> Servers { get; init; } = [];

    /// <summary>The document itself, with members that this tool does not know of.</summary>
    [JsonIgnore]
    public string Json { get; init; } = "";

    /// <summary>The server that <c>serve</c> runs; null when there is none, or when it is not clear which.</summary>
    [JsonIgnore]
    public ServerDescription? Server => Servers is [var only] ? only : Servers.SingleOrDefault(server => server.Chosen);

    public IEnumerable<MessageDescription> Commands => Messages.Where(message => message.Kind == "command");

    public MessageDescription? Message(string name) => Messages.FirstOrDefault(message => message.Name == name);
}

/// <summary>How bytes become messages.</summary>
internal sealed record WireDescription
{
    /// <summary><c>text</c> or <c>unframed</c>.</summary>
    public string Kind { get; init; } = "text";

    public string Encoding { get; init; } = "utf-8";

    /// <summary><c>crlf</c>, <c>lf</c> or <c>asReceived</c>.</summary>
    public string NewLine { get; init; } = "crlf";

    public bool IgnoreCase { get; init; }

    public int MaxLine { get; init; }

    public int MaxArguments { get; init; }

    public int ReadSize { get; init; }

    [JsonIgnore]
    public bool IsUnframed => Kind == "unframed";
}

internal sealed record EnumDescription
{
    public string Type { get; init; } = "";

    public IReadOnlyList<string> Words { get; init; } = [];
}
