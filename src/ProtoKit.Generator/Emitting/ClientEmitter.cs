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
            foreach (var push in spelling.Protocol.Messages.Where(message => message.IsPush)) Listener(w, push);
            foreach (var command in spelling.Protocol.Messages.Where(message => message.Kind == MessageKind.Command)) Method(w, spelling, command);
            w.Member($"""
                /// <inheritdoc/>
                protected override bool TryReadFault(global::System.ReadOnlyMemory<byte> frame, out global::ProtoKit.ProtocolFault? fault) =>
                    {spelling.Wire}.TryReadFault(frame, out fault);
                """);
            Pushes(w, spelling.Protocol);
            CorrelationEmitter.Client(w, spelling);
        });
    }

    private static void Method(CodeWriter w, Spelling spelling, MessageModel command)
    {
        var locals = new Locals(command.Fields.Select(field => field.Name), command.AnsweredWhen is null ? ["cancel"] : ["cancel", "command"]);
        var parameters = string.Concat(command.Fields.Select(field => $"{spelling.TypeInside(field)} {locals[field.Name]}, "));
        var name = CSharp.Identifier(command.Name);
        var made = $"new {name}({CSharp.Join(command.Fields.Select(field => locals[field.Name]))})";
        if (command.AnsweredWhen is { } when)
        {
            Maybe(w, spelling, command, when, parameters, made);
            return;
        }

        var (type, call) = command switch
        {
            { Reply: { } reply } => ($"{ValueTask}<{CSharp.Identifier(reply)}>", $"CallAsync<{name}, {CSharp.Identifier(reply)}>({made}, cancel)"),
            { Stream: { } stream } => (
                $"global::System.Collections.Generic.IAsyncEnumerable<{CSharp.Identifier(stream.Item)}>",
                $"StreamAsync<{name}, {CSharp.Identifier(stream.Item)}, {CSharp.Identifier(stream.End)}>({made}, cancel)"),
            _ => (ValueTask, $"SendAsync<{name}>({made}, null, cancel)"),
        };
        w.Member($"""
            {CommandComment.Of(command, spelling)}
            public {type} {Verb(command)}Async({parameters}{Cancel}) =>
                {call};
            """);
    }

    // Who is not answered does not wait.
    private static void Maybe(CodeWriter w, Spelling spelling, MessageModel command, WhenModel when, string parameters, string made)
    {
        var reply = CSharp.Identifier(command.Reply!);
        w.MemberBlock($"""
            {CommandComment.Of(command, spelling)}
            public async {ValueTask}<{reply}?> {Verb(command)}Async({parameters}{Cancel})
            """, () =>
        {
            w.Write($"{CSharp.Identifier(command.Name)} command = {made};");
            w.Write($"if ({Condition.Of(when, $"command.{CSharp.Name(when.Member)}")})");
            w.Write($"    return await CallAsync<{CSharp.Identifier(command.Name)}, {reply}>(command, cancel).ConfigureAwait(false);");
            w.Write("await SendAsync(command, null, cancel).ConfigureAwait(false);\nreturn null;");
        });
    }

    private static void Listener(CodeWriter w, MessageModel push)
    {
        var name = CSharp.Identifier(push.Name);
        // ClientConnection has an OnEnding of its own, which is no listener.
        var hides = push.Name == "Ending" ? "new " : "";
        var summary = push.Summary is { Length: > 0 } said ? " " + CSharp.Comment(said) : "";
        w.Member($$"""
            /// <summary>Hears each <see cref="{{name}}"/> that the server sends, one after the other; null: they are dropped.{{summary}}</summary>
            public {{hides}}global::System.Func<{{name}}, {{ValueTask}}>? On{{push.Name}} { get; set; }
            """);
    }

    private static void Pushes(CodeWriter w, ProtocolModel protocol)
    {
        var pushes = protocol.Messages.Where(message => message.IsPush).Select(push => $"Push<{CSharp.Identifier(push.Name)}>(frame, On{push.Name})").ToList();
        if (pushes.Count == 0) return;
        w.Member($"""
            /// <inheritdoc/>
            protected override bool HasPushes => true;

            /// <inheritdoc/>
            protected override {ValueTask}? PushOf(global::System.ReadOnlyMemory<byte> frame) =>
                {CSharp.Join(pushes, "\n    ?? ")};
            """);
    }

    // A command of one of these names must not stand in the way of what every client has.
    private static string Verb(MessageModel command) => command.Name is "Dispose" or "Detach" ? "Send" + command.Name : command.Name;
}
