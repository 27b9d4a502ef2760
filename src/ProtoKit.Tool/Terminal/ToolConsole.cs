namespace ProtoKit.Tool.Terminal;

/// <summary>What a verb sees of the outside: its streams, its directory, its environment, and whether a person is looking.</summary>
internal sealed record ToolConsole
{
    /// <summary>Standard input, opened when it is first needed: .NET then takes hold of the terminal.</summary>
    public required Lazy<TextReader> In { get; init; }

    /// <summary>Standard input as bytes, for bodies.</summary>
    public Lazy<Stream> InBytes { get; init; } = new(Console.OpenStandardInput);

    /// <summary>Results, and nothing else.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Everything that is not a result.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard output as bytes, for bodies.</summary>
    public required Stream OutBytes { get; init; }

    public required string Directory { get; init; }

    /// <summary>An environment variable; null when it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Takes hold of the keyboard; null when nobody sits at it.</summary>
    public Func<IKeys?> Keys { get; init; } = () => null;

    public bool InIsTerminal { get; init; }

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Colour and live lines may be used on stderr.</summary>
    public bool IsLive => ErrorIsTerminal && Variable("TERM") != "dumb" && string.IsNullOrEmpty(Variable("NO_COLOR"))
        && string.IsNullOrEmpty(Variable("CI"));

    public static ToolConsole OfThisProcess() => new()
    {
        In = new Lazy<TextReader>(() => Console.In),
        Out = Console.Out,
        Error = Console.Error,
        OutBytes = Console.OpenStandardOutput(),
        Directory = Environment.CurrentDirectory,
        InIsTerminal = !Console.IsInputRedirected,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Keys = Keyboard.Open,
    };

    /// <summary>A path as the user wrote it, made absolute.</summary>
    public string Absolute(string path) => Path.GetFullPath(path, Directory);

    /// <summary>A path as the user would write it: relative when it lies below the current directory.</summary>
    public string Shown(string path)
    {
        var relative = Path.GetRelativePath(Directory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
