using System.IO.Compression;
using System.Net.Sockets;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using ProtoKit.Tool.Tests.Serving;

namespace ProtoKit.Tool.Tests.Packages;

public sealed class PackageTests
{
    private const string Declaration = """
        using ProtoKit;

        [Protocol("ping")]
        [TextWire]
        public sealed partial class Ping
        {
            [Command("PING")] public readonly partial record struct Ask(string Word) : IRequest<Pong>;
            [Reply("PONG {Word}")] public readonly partial record struct Pong(string Word);
        }

        public sealed class PingServer : Ping.IServer
        {
            public System.Threading.Tasks.ValueTask<Ping.Pong> Handle(Ping.Ask ask, Ping.Session session) => new(new Ping.Pong(ask.Word));
        }
        """;

    // The compiler takes the generator and has no use for the fixes; an editor takes both.
    [Fact]
    public async Task The_packed_library_brings_the_generator_and_the_code_fixes()
    {
        using var folder = new TemporaryFolder();
        var feed = new LocalFeed(folder.Path);
        await feed.PackAsync("ProtoKit.Runtime");

        await using var package = await ZipFile.OpenReadAsync(Directory.GetFiles(feed.Feed, "*.nupkg").Single(), TestContext.Current.CancellationToken);

        Assert.Equal(
            ["analyzers/dotnet/cs/ProtoKit.CodeFixes.dll", "analyzers/dotnet/cs/ProtoKit.Generator.dll"],
            package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("analyzers/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    // Whether the build compiled ahead depends on a package that is not to be had everywhere; what it did is what is packed.
    [Fact]
    public async Task The_packed_tool_is_compiled_ahead_as_the_built_one_is()
    {
        using var folder = new TemporaryFolder();
        var feed = new LocalFeed(folder.Path);
        await feed.PackAsync("ProtoKit.Tool");
        await ZipFile.ExtractToDirectoryAsync(Directory.GetFiles(feed.Feed, "*.nupkg").Single(), folder["tool"], TestContext.Current.CancellationToken);
        var packed = folder["tool/tools/net10.0/any"];
        var built = Path.Join(ToolRun.Repository, "src/ProtoKit.Tool/bin", ToolRun.Configuration, "net10.0");

        var assemblies = Directory.GetFiles(packed, "*.dll", SearchOption.AllDirectories);
        Assert.Contains(assemblies, file => Path.GetFileName(file) == "host.dll");
        Assert.All(assemblies, file => Assert.Equal(IsCompiledAhead(Path.Join(built, Path.GetRelativePath(packed, file))), IsCompiledAhead(file)));
        // The library is left to the JIT, which makes more of what runs for long.
        Assert.All(assemblies.Where(IsLibrary), file => Assert.False(IsCompiledAhead(file)));
        Assert.Single(assemblies.Where(file => !IsLibrary(file)).Select(IsCompiledAhead).Distinct());
    }

    private static bool IsLibrary(string assembly) => Path.GetFileName(assembly) == "ProtoKit.Runtime.dll";

    private static bool IsCompiledAhead(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        return image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    [Fact]
    public async Task The_packed_tool_serves_a_project_that_uses_the_packed_library()
    {
        using var folder = new TemporaryFolder();
        var feed = new LocalFeed(folder.Path);
        await feed.PackAsync("ProtoKit.Runtime");
        await feed.PackAsync("ProtoKit.Tool");
        await feed.DotnetAsync("tool", "install", "protokit", "--tool-path", folder["bin"], "--version", feed.Version);
        folder.With("Ping/Ping.cs", Declaration).With("Ping/Ping.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
              <ItemGroup><PackageReference Include="ProtoKit.Runtime" Version="{feed.Version}" /></ItemGroup>
            </Project>
            """);

        using var tool = new ToolProcess(folder["bin/protokit"], feed.Environment, "serve", folder["Ping"], "--listen", ":0", "--json");
        var line = await tool.LineAsync() ?? throw new InvalidOperationException(tool.Error);
        var url = new Uri(JsonDocument.Parse(line).RootElement.GetProperty("url").GetString()!);
        using var client = new TcpClient(url.Host, url.Port);
        var stream = client.GetStream();
        stream.Write("PING there\r\n"u8);
        using var reader = new StreamReader(stream);
        Assert.Equal("PONG there", await reader.ReadLineAsync(TestContext.Current.CancellationToken));

        tool.Signal("INT");
        Assert.Equal(0, await tool.ExitAsync());
    }
}
