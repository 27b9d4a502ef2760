using System.CommandLine;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Projects;

namespace ProtoKit.Tool.Verbs;

/// <summary>The words of every verb that takes a PATH.</summary>
internal sealed class BuildWords
{
    public Argument<string> Path { get; } = new("PATH")
    {
        Description = "A directory with one project, a .csproj, a file-based .cs, or a built .dll.",
        DefaultValueFactory = _ => ".",
        Validators = { UsageErrors.RefuseOptions },
    };

    public Option<string> Configuration { get; } = new("--configuration")
    {
        Description = "The configuration to build.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "Release",
    };

    public Option<bool> NoBuild { get; } = new("--no-build") { Description = "Take what the last build left." };

    public BuildSettings Bind(ParseResult parse, bool quiet) =>
        new(parse.GetValue(Configuration)!, parse.GetValue(NoBuild), quiet);
}
