namespace Samples.Tests;

/// <summary>One conversation of a transcript file: exchanges in order, and how it ends. samples/Ftp/README.md describes the format.</summary>
/// <param name="Name">The file and the number of the conversation in it.</param>
/// <param name="Exchanges">A command, or what stands in its place, with its answer.</param>
/// <param name="End">The word for why the server's side ended.</param>
internal sealed record Transcript(string Name, IReadOnlyList<Exchange> Exchanges, string End)
{
    private const string Between = "===";

    /// <summary>All that the client sends.</summary>
    public byte[] Sent { get; } = [.. Exchanges.SelectMany(exchange => exchange.Sent)];

    /// <summary>All that must come back.</summary>
    public Answer Answered { get; } = Answer.Of(Exchanges.Select(exchange => exchange.Answer));

    /// <summary>The conversation of this name.</summary>
    public static Transcript Of(string sample, string name) => All[sample].First(transcript => transcript.Name == name);

    /// <summary>All conversations of a sample.</summary>
    public static IEnumerable<Transcript> OfSample(string sample) => All[sample];

    /// <summary>Every sample with each of its conversations.</summary>
    public static IEnumerable<(string Sample, string Name)> Names => All.SelectMany(sample => sample.Value.Select(transcript => (sample.Key, transcript.Name)));

    private static readonly Dictionary<string, Transcript[]> All = Stage.Samples.ToDictionary(sample => sample, sample => Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "transcripts", sample), "*.txt")
        .SelectMany(file => Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllLines(file)))
        .ToArray());

    private static IEnumerable<Transcript> Parse(string file, string[] lines)
    {
        var number = 1;
        var from = 0;
        for (var at = 0; at <= lines.Length; at++)
        {
            if (at < lines.Length && lines[at] != Between) continue;
            yield return Conversation($"{file} {number++}", lines[from..at]);
            from = at + 1;
        }
    }

    private static Transcript Conversation(string name, string[] lines)
    {
        var exchanges = new List<Exchange>();
        var (sent, answer) = (new List<byte>(), Answer.Nothing);
        var end = "peer-closed";
        foreach (var line in lines.Append(""))
        {
            var text = line.Length > 3 ? line[3..] : "";
            if (line.StartsWith("C:", StringComparison.Ordinal)) sent.AddRange(TranscriptText.Bytes(text));
            else if (line.StartsWith("S:", StringComparison.Ordinal)) answer = answer.Then(TranscriptText.Answer(text));
            else if (line.StartsWith("E:", StringComparison.Ordinal)) end = text;
            else if (line.Length > 0 && !line.StartsWith('#')) throw new FormatException($"{name}: '{line}' is none of C:, S:, E: and #");
            if (line.Length > 0 || sent.Count == 0) continue;
            exchanges.Add(new Exchange([.. sent], answer));
            sent.Clear();
            answer = Answer.Nothing;
        }

        return new Transcript(name, exchanges, end);
    }
}

/// <summary>What the client sends, and what must come back.</summary>
internal sealed record Exchange(byte[] Sent, Answer Answer);
