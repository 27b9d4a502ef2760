using System.Text;
using ProtoKit;

namespace Samples.Redis;

/// <summary>What the server tells of itself.</summary>
public sealed partial class RedisServer
{
    public ValueTask<Redis.Resp> Handle(Redis.ListCommands list, Redis.Session session) => new(Items(CommandTable.All.Select(Description)));

    public ValueTask<Redis.Number> Handle(Redis.CountCommands count, Redis.Session session) => Answer(CommandTable.All.Count);

    public ValueTask<Redis.Resp> Handle(Redis.DescribeCommands describe, Redis.Session session) => new(Items(describe.Names.Count == 0
        ? CommandTable.All.Select(Description)
        : describe.Names.Select(name => CommandTable.Find(Latin(name)) is { } known ? Description(known) : Nil)));

    // Nothing is documented here: redis-cli takes its own hints then.
    public ValueTask<Redis.Resp> Handle(Redis.DocumentCommands document, Redis.Session session) => new(Items([]));

    public ValueTask<Redis.Values> Handle(Redis.GetConfig get, Redis.Session session) => Answer(
        [.. new Configuration(keyspace.Databases.Count).Match(get.Patterns.Select(pattern => pattern.ToArray()))
            .SelectMany(parameter => (byte[][])[Encoding.ASCII.GetBytes(parameter.Name), Encoding.ASCII.GetBytes(parameter.Value)])]);

    public ValueTask<Redis.Value> Handle(Redis.Info info, Redis.Session session) =>
        Answer(Bytes.Of(new Report(keyspace, channels, roll).Of([.. info.Sections.Select(Latin)])));

    // COMMAND INFO: the name, how many words, flags, where the keys stand, and categories, tips, key specifications and subcommands. What clients use is there.
    private static Redis.Resp Description(CommandLine command) => Items(
    [
        Word(command.Name), Integer(command.Arity), Items([]),
        Integer(command.FirstKey), Integer(command.LastKey), Integer(command.Step), Items([]), Items([]), Items([]), Items([]),
    ]);

    private static string Latin(Bytes word) => Encoding.Latin1.GetString(word.Span);
}
