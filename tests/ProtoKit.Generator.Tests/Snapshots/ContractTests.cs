using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using ProtoKit.Hosting;

namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>A protocol in an assembly of its own, which clients share, and its server in another.</summary>
public sealed class ContractTests
{
    private const string Contract = """
        using ProtoKit;

        namespace Acme.Contract;

        [Protocol("shared", Port = 5151)]
        [TextWire]
        public sealed partial class Shared
        {
            [Command("A")] public readonly partial record struct Ask : IRequest<Answer>;
            [Reply("B")] public readonly partial record struct Answer;
        }
        """;

    private const string Server = """
        using System.Threading.Tasks;
        using Acme.Contract;

        namespace Acme.Serving;

        public sealed class SharedServer(bool loud = false) : Shared.IServer
        {
            public ValueTask<Shared.Answer> Handle(Shared.Ask ask, Shared.Session session) => loud ? default : default;
        }
        """;

    private static readonly byte[] ContractAssembly = Generate.From(Generate.CompilationOf(Contract).WithAssemblyName("Acme.Contract")).Compile().ToArray();

    private static readonly Generate Serving = Generate.From(Generate.CompilationOf(Server)
        .WithAssemblyName("Acme.Serving")
        .AddReferences(MetadataReference.CreateFromImage(ContractAssembly)));

    [Fact]
    public void Emits() => Snapshot.Matches(Serving.Compiles().Sources);

    [Fact]
    public async Task The_servers_assembly_registers_the_protocol()
    {
        var context = new AssemblyLoadContext("contract");
        context.LoadFromStream(new MemoryStream(ContractAssembly));
        var assembly = context.LoadFromStream(Serving.Compile());
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);

        var registered = Assert.Single(ProtocolRegistry.All, one => one is { Name: "shared", Server: not null });
        Assert.Equal(("Acme.Serving.SharedServer", 5151), (registered.Server, registered.Port));
        var rig = new ProtoKit.Sessions.ProtocolRig(registered.Create!(new Settings([])));
        Assert.Equal("B\r\n", (await rig.SayAsync("A\r\n")).Text);
    }

    [Fact]
    public void The_servers_assembly_describes_the_protocol()
    {
        var described = Assembly.Load(Serving.Compile().ToArray()).GetCustomAttributesData()
            .Where(data => data.AttributeType == typeof(AssemblyMetadataAttribute))
            .ToDictionary(data => (string)data.ConstructorArguments[0].Value!, data => (string)data.ConstructorArguments[1].Value!);

        Assert.StartsWith("""{"v":1,"type":"protocol","name":"shared","class":"Acme.Contract.Shared","port":5151""", described["ProtoKit.Protocol:shared"]);
        Assert.StartsWith("""{"class":"Acme.Serving.SharedServer",""", described["ProtoKit.Server:Acme.Contract.Shared"]);
    }
}
