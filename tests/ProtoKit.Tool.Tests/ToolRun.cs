using System.Reflection;
using System.Runtime.CompilerServices;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Tests;

/// <summary>One command line, run in this process, with what it printed.</summary>
internal sealed record ToolRun(int Exit, string Out, string Error)
{
    public static string Fixtures => Value("Fixtures");

    public static string Repository => Path.GetFullPath(Value("Repository"));

    public static string Configuration => Value("Configuration");

    /// <summary>The program that answers as a server of two protocols would.</summary>
    public static string Server => Path.Join(Fixtures, "Server", "bin", Configuration, "net10.0", "Fake.dll");

    /// <summary>A built sample of this repository.</summary>
    public static string Sample(string name) => Path.Join(Repository, "samples", name, "bin", Configuration, "net10.0", name + ".dll");

    /// <summary>The library that has a description and no Runtime.</summary>
    public static string Bare => Path.Join(Fixtures, "Bare", "bin", Configuration, "net10.0", "Bare.dll");

    public static Task<ToolRun> OfAsync(params string[] args) => InAsync(Environment.CurrentDirectory, args);

    /// <summary>Runs as if called in <paramref name="directory"/>.</summary>
    public static async Task<ToolRun> InAsync(string directory, params string[] args) => await WithAsync("", directory, args);

    /// <summary>Runs with text on standard input.</summary>
    public static async Task<ToolRun> WithAsync(string input, string directory, params string[] args)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var bytes = new MemoryStream();
        var exit = await ProtoKitCommand.RunAsync(args, new ToolConsole
        {
            In = new Lazy<TextReader>(() => new StringReader(input)),
            InBytes = new Lazy<Stream>(() => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input))),
            Out = output,
            Error = error,
            OutBytes = bytes,
            Directory = directory,
            Variable = name => name == "PROTOKIT_PROTO" ? null : Environment.GetEnvironmentVariable(name),
        });
        return new ToolRun(exit, output + System.Text.Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    /// <summary>The script that plays the person at a terminal.</summary>
    public static string Terminal => Path.Join(Fixtures, "Terminal", "drive.py");

    private static string Value(string key) => typeof(ToolRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;

    // Builds that tests start leave no compiler server behind.
    [ModuleInitializer]
    internal static void NoBuildServers()
    {
        Environment.SetEnvironmentVariable("UseSharedCompilation", "false");
        Environment.SetEnvironmentVariable("MSBUILDDISABLENODEREUSE", "1");
    }
}
