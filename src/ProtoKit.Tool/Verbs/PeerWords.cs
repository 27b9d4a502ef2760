using System.CommandLine;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Verbs;

/// <summary>The words of every verb that takes a URL.</summary>
internal sealed class PeerWords(string patience)
{
    public Argument<string> Url { get; } = new("URL")
    {
        Description = "tcp://HOST:PORT, udp://HOST:PORT, unix:PATH, HOST:PORT, or :PORT on this machine.",
        Validators = { UsageErrors.RefuseOptions },
    };

    public Option<string?> Proto { get; } = new("--proto")
    {
        Description = "Where the protocol is declared: a project or a description.json; else PROTOKIT_PROTO, else the project here.",
        HelpName = "PATH",
    };

    public Option<string?> Protocol { get; } = new("--protocol") { Description = "Which protocol, of several.", HelpName = "NAME" };

    public Option<string> Timeout { get; } = new("--timeout")
    {
        Description = "How long an answer may take to begin.",
        HelpName = "TIME",
        DefaultValueFactory = _ => patience,
    };

    public Peer Bind(ParseResult parse)
    {
        var text = parse.GetValue(Timeout)!;
        if (!Duration.TryParse(text, out var timeout)) throw ToolError.Usage($"--timeout {text} is not a time; like 250ms, 10s, 2m");
        return new Peer(parse.GetValue(Url)!, parse.GetValue(Proto), parse.GetValue(Protocol), timeout);
    }
}

/// <summary>Who is to be spoken to, and in which protocol.</summary>
internal sealed record Peer(string Url, string? Proto, string? Protocol, TimeSpan Timeout)
{
    /// <summary>Connecting is given up after five seconds, or sooner when less was allowed for an answer.</summary>
    public ClientOptions Options => new() { Reply = Timeout, Connect = Timeout < TimeSpan.FromSeconds(5) ? Timeout : TimeSpan.FromSeconds(5) };
}
