using System.Text;

namespace ProtoKit.Benchmarks.Generating;

/// <summary>The source of a protocol of many commands, each with one to four fields and an answer, as a person would declare it.</summary>
internal static class LargeProtocol
{
    /// <summary>Its server, whose handlers matter to nobody here.</summary>
    public const string Server = """
        namespace Acme;
        public sealed class LargeServer(string root, int most = 100) : Large.IServer
        {
            public string Root => root + most;
        }
        """;

    public static string Of(int commands)
    {
        var source = new StringBuilder("""
            using ProtoKit;
            namespace Acme;

            public enum Colour { Red, Green, Blue }

            [Protocol("large", Port = 7007, Summary = "Many commands.")]
            [TextWire(MaxLine = "4KiB")]
            public sealed partial class Large
            {
                [Fault("ERR {Code} {Message}")] public readonly partial record struct Error(string Code, [Rest] string Message);

            """);
        for (var i = 0; i < commands; i++)
        {
            var fields = (i % 4) switch
            {
                0 => "Bytes Key",
                1 => "Bytes Key, [Between(0, 1000)] int Count",
                2 => "string Name, long Size, [Rest] string Text",
                _ => "string Name, Colour Colour, [Option(\"EX\")] long? Seconds, [Flag(\"NX\")] bool Only",
            };
            source.Append($"    /// <summary>Command {i}.</summary>\n    [Command(\"C{i}\")] public readonly partial record struct Command{i}({fields}) : IRequest<Reply{i}>;\n");
            source.Append($"    [Reply(\"OK{i} {{Value}}\")] public readonly partial record struct Reply{i}(long Value);\n");
        }

        return source.Append("}\n").ToString();
    }
}
