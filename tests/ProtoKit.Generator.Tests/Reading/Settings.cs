using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Tests.Reading;

/// <summary>What a server's constructor becomes on a command line.</summary>
public class Settings
{
    [Theory]
    [InlineData("string greeting", "greeting", "Text", null, null)]
    [InlineData("string greeting = \"a\\nb\"", "greeting", "Text", "\"a\\nb\"", "a\nb")]
    [InlineData("string? greeting = null", "greeting", "Text", "null", null)]
    [InlineData("bool overWrite = true", "over-write", "Bool", "true", "true")]
    [InlineData("int maxURLs = 5", "max-ur-ls", "Parsed", "5", "5")]
    [InlineData("double rate = 0.5", "rate", "Parsed", "0.5D", "0.5")]
    [InlineData("TimeSpan delay = default", "delay", "Duration", "default", null)]
    [InlineData("System.IO.DirectoryInfo root", "root", "Directory", null, null)]
    [InlineData("System.IO.FileInfo file", "file", "File", null, null)]
    [InlineData("Reply reply = Reply.EchoThanks", "reply", "Enum", "global::Acme.Reply.EchoThanks", "echo-thanks")]
    [InlineData("Reply reply = Reply.Ones", "reply", "Enum", "global::Acme.Reply.Ones", "1111")]
    [InlineData("Guid id", "id", "Parsed", null, null)]
    public void A_parameter_is_a_setting(string parameter, string name, string kind, string? code, string? shown)
    {
        var setting = Assert.Single(Read(parameter).Parameters);

        Assert.Equal((name, kind, code, shown), (setting.Name, setting.Kind.ToString(), setting.Default, setting.Shown));
    }

    [Fact]
    public void The_words_of_an_enum_are_in_kebab_case_or_as_it_says() => Assert.Equal(
        [new EnumWord("Echo", "echo"), new EnumWord("EchoThanks", "echo-thanks"), new EnumWord("Ones", "1111")],
        Read("Reply reply").Parameters[0].Words);

    [Fact]
    public void A_class_is_made_from_settings_of_its_own()
    {
        var shared = Assert.Single(Read("Store store").Parameters);

        Assert.Equal((SettingKind.Shared, "global::Acme.Store"), (shared.Kind, shared.Type));
        Assert.Equal(["room"], shared.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void A_server_may_be_chosen() => Assert.True(Read("", "[Serves] ").Chosen);

    private static ServerModel Read(string parameters, string before = "") => Declare
        .Text("""[Command("A")] public readonly partial record struct A : IOneWay;""")
        .And($$"""
            public enum Reply { Echo, EchoThanks, [System.Runtime.Serialization.EnumMember(Value = "1111")] Ones }
            public sealed class Store(int room = 3) { public int Room => room; }
            {{before}}public sealed class S({{parameters}}) : P.IServer { public ValueTask Handle(P.A a, P.Session session) => default; }
            """)
        .Runs().Server();
}
