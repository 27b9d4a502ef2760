using System.Linq;
using ProtoKit.Generator.Emitting.Binary;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The typed client: one method for each command.</summary>
internal static class ClientEmitter
{
    private const string Pipe = "global::System.IO.Pipelines.IDuplexPipe";
    private const string Options = "global::ProtoKit.ClientOptions?";
    private const string Cancel = "global::System.Threading.CancellationToken cancel = default";
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    // Where a protocol has no port of its own, an address still shows one.
    private const int AnyPort = 7000;

    public static void Emit(CodeWriter w, Spelling spelling)
    {
        var port = spelling.Protocol.Port > 0 ? spelling.Protocol.Port : AnyPort;
        w.MemberBlock($"""
            /// <summary>Speaks the protocol with a server. Commands may be sent before earlier ones are answered.</summary>
            {GeneratedCode.Attribute}
            public sealed class Client : global::ProtoKit.Sessions.ClientConnection
            """, () =>
        {
            w.Write($$"""
                private Client({{Pipe}} connection, {{Options}} options)
                    : base(connection, {{spelling.Wire}}.{{(FramingEmitter.MeasuresAnswers(spelling.Protocol) ? "AnswerFormat" : "Format")}}, {{spelling.Wire}}.Limits, options)
                {
                }

                /// <summary>Speaks over a connection that exists already.</summary>
                public static Client Over({{Pipe}} connection, {{Options}} options = null) => new(connection, options);

                /// <summary>Connects, such as to <c>tcp://127.0.0.1:{{CSharp.Number(port)}}</c>.</summary>
                public static async global::System.Threading.Tasks.Task<Client> ConnectAsync(string url, {{Options}} options = null, {{Cancel}})
                {
                    global::ProtoKit.Transports.Endpoint endpoint = global::ProtoKit.Transports.Endpoint.Parse(url){{(spelling.Protocol.HasBodies ? $".ForBodies({CSharp.Text(spelling.Protocol.Name)})" : "")}};
                    return new(await endpoint.ConnectAsync(options, cancel).ConfigureAwait(false), options);
                }
                """);
            foreach (var command in spelling.Protocol.Messages.Where(message => message.Kind == MessageKind.Command)) Method(w, spelling, command);
            w.Member($"""
                /// <inheritdoc/>
                protected override bool TryReadFault(global::System.ReadOnlyMemory<byte> frame, out global::ProtoKit.ProtocolFault? fault) =>
                    {spelling.Wire}.TryReadFault(frame, out fault);
                """);
        });
    }

    private static void Method(CodeWriter w, Spelling spelling, MessageModel command)
    {
        var locals = new Locals(command.Fields.Select(field => field.Name), "cancel");
        var parameters = string.Concat(command.Fields.Select(field => $"{spelling.TypeInside(field)} {locals[field.Name]}, "));
        var name = CSharp.Identifier(command.Name);
        var made = $"new {name}({CSharp.Join(command.Fields.Select(field => locals[field.Name]))})";
        var (type, call) = command.Reply is { } reply
            ? ($"{ValueTask}<{CSharp.Identifier(reply)}>", $"CallAsync<{name}, {CSharp.Identifier(reply)}>({made}, cancel)")
            : (ValueTask, $"SendAsync<{name}>({made}, null, cancel)");
        w.Member($"""
            {CommandComment.Of(command, spelling)}
            public {type} {Verb(command)}Async({parameters}{Cancel}) =>
                {call};
            """);
    }

    // A command named Dispose must not stand in the way of DisposeAsync.
    private static string Verb(MessageModel command) => command.Name == "Dispose" ? "SendDispose" : command.Name;
}
