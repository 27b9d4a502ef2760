using Microsoft.CodeAnalysis.CSharp;

namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>Names that hide others, keywords, and text that would end the literal or comment that it stands in.</summary>
public sealed class HostileTests
{
    private const string Text = "\"); }} // {{x}} \"\"\" */ ]]> <b> & \\ \u2028 \u202e '";

    private static readonly Shape Shape = Shape.Of($$"""
        namespace System.@event.Foo;

        [Protocol("hostile", Summary = {{Literal}})]
        [TextWire]
        public sealed partial class Body
        {
            [Command({{Literal}}, Summary = {{Literal}})] public readonly partial record struct Fields(string fields, string Fields1) : IRequest<Input>;
            [Command("\"")] public readonly partial record struct @class(string @event, string System, string result, string writer) : IRequest<Input>;
            [Command("'")] public readonly partial record struct System(string String, string message, int Index, IReadOnlyList<int> index) : IRequest<Input>;
            [Command("ü")] public readonly partial record struct Ünïcode(string Ünï, string ünï, string _, string __) : IRequest<Input>;
            [Command("t")] public readonly partial record struct Task(string Type) : IRequest<Input>;
            [Reply("={input}")] public readonly partial record struct Input([Rest] string input);
            [Fault("!")] public readonly partial record struct Command(string Code, [Rest] string Message);
        }

        public sealed class Server : Body.IServer
        {
            public ValueTask<Body.Input> Handle(Body.Fields fields, Body.Session session) => Told(fields);
            public ValueTask<Body.Input> Handle(Body.@class @class, Body.Session session) => Told(@class);
            public ValueTask<Body.Input> Handle(Body.System system, Body.Session session) => Told(system with { index = [] });
            public ValueTask<Body.Input> Handle(Body.Ünïcode code, Body.Session session) => Told(code);
            public ValueTask<Body.Input> Handle(Body.Task task, Body.Session session) => Told(task);

            private static ValueTask<Body.Input> Told(object command) => new(new Body.Input(command.ToString()!));
        }

        public static class Talk
        {
            public static async Threading.Tasks.Task<string> RunAsync(Body.Client client) => string.Join(
                "\n",
                (await client.FieldsAsync("a", "b")).input,
                (await client.classAsync("a", "b", "c", "d")).input,
                (await client.ÜnïcodeAsync("a", "b", "c", "d")).input);
        }
        """);

    private static string Literal => SymbolDisplay.FormatLiteral(Text, quote: true);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("\" a b c d\r\n", "=class { event = a, System = b, result = c, writer = d }\r\n")]
    [InlineData("' a b 1 2 3\r\n", "=System { String = a, message = b, Index = 1, index = System.Int32[] }\r\n")]
    [InlineData("ü 1 2 3 4\r\n", "=Ünïcode { Ünï = 1, ünï = 2, _ = 3, __ = 4 }\r\n")]
    [InlineData("t 1\r\n", "=Task { Type = 1 }\r\n")]
    [InlineData("\\\r\n", "! unknown-command there is no command '\\'\r\n")]
    public async Task Answers(string said, string answer) => await Shape.AnswersAsync(said, answer);

    [Fact]
    public async Task A_verb_is_text_whatever_it_holds() =>
        await Shape.AnswersAsync(Text.Replace("{{", "{").Replace("}}", "}") + " a b\r\n", "=Fields { fields = a, Fields1 = b }\r\n");

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal(
        "Fields { fields = a, Fields1 = b }\nclass { event = a, System = b, result = c, writer = d }\nÜnïcode { Ünï = a, ünï = b, _ = c, __ = d }",
        await Shape.TalkAsync());
}
