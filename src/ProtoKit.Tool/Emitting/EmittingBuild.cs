using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Projects;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Emitting;

/// <summary>Compiles a project into a temporary folder and takes what ProtoKit's generator wrote on the way.</summary>
internal sealed class EmittingBuild(ToolConsole console)
{
    private const string Generator = "ProtoKit.Generator";

    // Given to MSBuild as properties by the environment, where no character of a path means anything.
    private const string ProjectVariable = "PROTOKIT_EMIT_PROJECT";
    private const string FolderVariable = "PROTOKIT_EMIT_FOLDER";

    // A property on the command line would reach the referenced projects too and mix their outputs; this one is for one project alone.
    private const string Redirection = $"""
        <Project>
          <PropertyGroup Condition="'$(MSBuildProjectFullPath)' == '$({ProjectVariable})'">
            <IntermediateOutputPath>$({FolderVariable})/obj/</IntermediateOutputPath>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            <CompilerGeneratedFilesOutputPath>$({FolderVariable})/emitted</CompilerGeneratedFilesOutputPath>
          </PropertyGroup>
        </Project>
        """;

    /// <summary>In the order of their names; throws when there is none.</summary>
    public async Task<IReadOnlyList<EmittedFile>> RunAsync(ProjectSource source, string configuration)
    {
        var folder = Directory.CreateTempSubdirectory("protokit-emit-").FullName;
        try
        {
            await CompileAsync(source, configuration, folder);
            var files = Collect(Path.Join(folder, "emitted", Generator));
            return files.Count > 0 ? files : throw new ToolError(ExitCode.NoProtocol, "no-protocol", $"nothing was generated for {console.Shown(source.Path)}")
            {
                Facts = ["is there a [Protocol] class, is it partial, and is ProtoKit.Runtime referenced?"],
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task CompileAsync(ProjectSource source, string configuration, string folder)
    {
        var builder = new ProjectBuilder(console, "emit");
        var project = await builder.AskAsync(source, new BuildSettings(configuration, NoBuild: true, Quiet: true));
        var redirection = Path.Join(folder, "redirect.targets");
        await File.WriteAllTextAsync(redirection, Redirection);
        // The referenced projects see the file too; a young one would have all of them compiled again.
        File.SetLastWriteTimeUtc(redirection, new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        // The compiler makes the folders below this one, but not this one.
        Directory.CreateDirectory(Path.Join(folder, "emitted"));
        string[] framework = project["TargetFrameworks"].Length > 0 ? ["--framework", project["TargetFramework"]] : [];
        await builder.RunAsync(source,
            [
                "--configuration", configuration, .. framework, "-t:Compile", "-getTargetResult:Compile",
                "-getProperty:TargetFramework,TargetPath", $"-p:CustomBeforeMicrosoftCommonTargets={redirection}",
            ],
            [new(ProjectVariable, project["MSBuildProjectFullPath"]), new(FolderVariable, folder)]);
    }

    // The compiler writes each file to GENERATOR-ASSEMBLY/GENERATOR-CLASS/HINT-NAME.
    private static List<EmittedFile> Collect(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.GetDirectories(folder)
            .SelectMany(type => Directory.GetFiles(type, "*", SearchOption.AllDirectories)
                .Select(file => new EmittedFile(Path.GetRelativePath(type, file).Replace('\\', '/'), File.ReadAllText(file))))
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];
}
