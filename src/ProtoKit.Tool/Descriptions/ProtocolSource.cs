using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Projects;
using ProtoKit.Tool.Terminal;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Descriptions;

/// <summary>Where a verb that takes a URL learns the protocol from.</summary>
/// <param name="verb">For the commands that errors propose.</param>
internal sealed class ProtocolSource(ToolConsole console, string verb)
{
    private const string Variable = "PROTOKIT_PROTO";

    /// <summary>From <c>--proto</c>, else PROTOKIT_PROTO, else the one project in the current directory.</summary>
    public async Task<ProtocolDescription> LearnAsync(string? proto, string? protocol)
    {
        var origin = proto ?? NullIfEmpty(console.Variable(Variable));
        if (origin is null && Directory.GetFiles(console.Directory, "*.csproj").Length == 0) throw Unknown();

        return Choose(await ReadAsync(origin ?? "."), protocol);
    }

    /// <summary>The one with this name; without a name, the only one there is.</summary>
    public ProtocolDescription Choose(IReadOnlyList<ProtocolDescription> protocols, string? name)
    {
        if (name is null && protocols is [var only]) return only;

        var names = string.Join(", ", protocols.Select(protocol => protocol.Name));
        if (name is null)
            throw ToolError.Usage($"which protocol? there are {protocols.Count}: {names}", $"protokit {verb} ... --protocol {protocols[0].Name}");

        return protocols.FirstOrDefault(protocol => protocol.Name == name) ?? throw new ToolError(ExitCode.NoProtocol, "no-such-protocol",
            $"there is no protocol '{name}'")
        {
            Facts = [$"there is: {names}"],
            Try = NearestName.Of(name, protocols.Select(protocol => protocol.Name)) is { } near ? $"protokit {verb} ... --protocol {near}" : null,
        };
    }

    private async Task<IReadOnlyList<ProtocolDescription>> ReadAsync(string origin)
    {
        if (Path.GetExtension(origin).Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            var file = console.Absolute(origin);
            if (File.Exists(file)) return DescriptionDocument.ReadFile(file, origin);
            throw new ToolError(ExitCode.NotFound, "not-found", $"there is no file '{origin}'");
        }

        const string Configuration = "Release";
        var source = new ProjectFinder(console, verb).Find(origin);
        var project = RecentOutput.Of(source, Configuration)
            ?? await new ProjectBuilder(console, verb).BuildAsync(source, new BuildSettings(Configuration, NoBuild: false, Quiet: true));
        return AssemblyDescriptions.Read(project.Assembly, console.Shown(project.Assembly));
    }

    private ToolError Unknown() => new(ExitCode.NotFound, "no-protocol-source", "which protocol is spoken there?")
    {
        Facts = [$"say it by --proto PATH-or-description.json, by {Variable}, or by calling this in the directory of a project"],
        Try = $"protokit {verb} ... --proto PATH",
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
