using System.Reflection;
using System.Text;
using ProtoKit.Sessions;

namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>
/// A declaration with its server class, generated, compiled as strictly as a compiler can, and loaded. A class <c>Talk</c> beside it speaks as the
/// typed client.
/// </summary>
internal sealed class Shape
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.Serialization;
        using System.Threading.Tasks;
        using ProtoKit;


        """;

    private const string Registry = "ProtoKit.Registry.g.cs";

    private readonly Generate generated;
    private readonly Lazy<Assembly> assembly;
    private readonly Encoding encoding;

    private Shape(Generate generated, Encoding encoding)
    {
        this.generated = generated;
        this.encoding = encoding;
        assembly = new Lazy<Assembly>(() => Assembly.Load(this.generated.Compile().ToArray()));
    }

    /// <summary>Generates what the source declares. Its usings are those of a new project.</summary>
    /// <param name="source">The declaration and what belongs to it.</param>
    /// <param name="encoding">The encoding of its wire; UTF-8 unless said.</param>
    public static Shape Of(string source, Encoding? encoding = null)
    {
        var generated = Generate.From(Usings + source).Compiles();
        Strictly.Compiles([Usings + source], generated.Sources);
        return new Shape(generated, encoding ?? Encoding.UTF8);
    }

    /// <summary>What was emitted for the protocol itself.</summary>
    public IReadOnlyDictionary<string, string> Protocols => Sources.Where(source => source.Key != Registry).ToDictionary();

    /// <summary>All that was emitted.</summary>
    public IReadOnlyDictionary<string, string> Sources => generated.Sources;

    public Assembly Assembly => assembly.Value;

    private Type Declared => Assembly.GetTypes().Single(type => type.GetCustomAttribute<ProtocolAttribute>() is not null);

    /// <summary>The protocol, served in memory; a new server for each connection.</summary>
    public ProtocolRig Rig()
    {
        var contract = Declared.GetNestedType("IServer")!;
        var server = Assembly.GetTypes().Single(type => type.IsClass && contract.IsAssignableFrom(type));
        var make = GetType().GetMethod(nameof(Make), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(contract).Invoke(null, [server]);
        return (ProtocolRig)Declared.GetMethod("Rig", [make!.GetType()])!.Invoke(null, [make])!;
    }

    /// <summary>The server answers exactly this and ends so, at once and cut at every place.</summary>
    public async Task AnswersAsync(string said, string answer, string end = "peer-closed")
    {
        var result = await Rig().SayAtEverySplitAsync(encoding.GetBytes(said));
        Assert.Equal((answer, end), (encoding.GetString(result.Bytes), result.End.Token));
    }

    /// <summary>What the source's own <c>Talk.RunAsync</c> makes of a conversation with the server.</summary>
    public async Task<string> TalkAsync()
    {
        var client = Declared.GetNestedType("Client")!.GetMethod("Over")!.Invoke(null, [Rig().Connect(), null])!;
        await using var closing = (IAsyncDisposable)client;
        var talk = Assembly.GetTypes().Single(type => type.Name == "Talk").GetMethod("RunAsync")!;
        return await ((Task<string>)talk.Invoke(null, [client])!).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static Func<T> Make<T>(Type server) => () => (T)Activator.CreateInstance(server)!;
}
