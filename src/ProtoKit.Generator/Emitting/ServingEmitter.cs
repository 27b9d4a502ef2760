using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The server's side of the user's partial class: the interface of the handlers, the session, and the ways to serve.</summary>
internal static class ServingEmitter
{
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    private const string Pipe = "global::System.IO.Pipelines.IDuplexPipe";
    private const string Sessions = "global::ProtoKit.Sessions";

    public static void Emit(CodeWriter w, Spelling spelling)
    {
        Server(w, spelling);
        Serving(w, spelling);
        Session(w, spelling);
    }

    private static void Server(CodeWriter w, Spelling spelling)
    {
        w.MemberBlock($"""
            /// <summary>Handles the commands of one connection: its fields are the connection's state.</summary>
            {GeneratedCode.Attribute}
            public interface IServer
            """, () =>
        {
            w.Member($"""
                /// <summary>Somebody has connected. What is sent here stands before any answer; a refusal ends the conversation.</summary>
                {ValueTask} OpenedAsync(Session session) => default;

                /// <summary>The conversation has ended, for whatever reason: the place to clean up. Called once for each that was opened.</summary>
                {ValueTask} ClosedAsync(Session session, {Sessions}.ConversationEnd end) => default;
                """);
            foreach (var command in DispatchEmitter.Dispatched(spelling.Protocol))
            {
                var local = new Locals([command.Name], "session")[command.Name];
                w.Member($"""
                    {CommandComment.Of(command, spelling)}
                    {HandlerType(command)} Handle({CSharp.Identifier(command.Name)} {local}, Session session);
                    """);
            }
        });
    }

    private static void Serving(CodeWriter w, Spelling spelling) => w.Member($$"""
        /// <summary>Answers the commands that arrive on a connection until either side ends it.</summary>
        /// <param name="connection">Any duplex pipe.</param>
        /// <param name="server">The handlers; one instance serves one connection.</param>
        /// <param name="stopping">Ends the conversation between commands.</param>
        public static {{Task}}<{{Sessions}}.ConversationEnd> ServeAsync(
            {{Pipe}} connection,
            IServer server,
            global::System.Threading.CancellationToken stopping = default) =>
            ServeAsync(connection, server, new {{Sessions}}.ConversationOptions { Stopping = stopping });

        /// <summary>Answers the commands that arrive on a connection until either side ends it.</summary>
        /// <param name="connection">Any duplex pipe.</param>
        /// <param name="server">The handlers; one instance serves one connection.</param>
        /// <param name="options">Limits, clock, and how to stop.</param>
        public static {{Task}}<{{Sessions}}.ConversationEnd> ServeAsync(
            {{Pipe}} connection,
            IServer server,
            {{Sessions}}.ConversationOptions options) =>
            {{spelling.Wire}}.ConverseAsync(new Session(connection, options), server);

        /// <summary>The protocol as something that a listener can serve.</summary>
        /// <param name="server">Makes the handlers of one connection.</param>
        public static {{Sessions}}.ProtocolService Service(global::System.Func<IServer> server) => new(
            {{CSharp.Text(spelling.Protocol.Name)}},
            {{CSharp.Number(spelling.Protocol.Port)}},
            {{spelling.Wire}}.Limits,
            (connection, options) => ServeAsync(connection, server(), options))
        {
            Wire = {{spelling.Wire}}.Format,
            HasBodies = {{(spelling.Protocol.HasBodies ? "true" : "false")}},
            ReadsAsFault = static frame => {{spelling.Wire}}.TryReadFault(frame, out _),
        };

        /// <summary>Serves in memory, for tests.</summary>
        /// <param name="server">Makes the handlers of one connection.</param>
        public static {{Sessions}}.ProtocolRig Rig(global::System.Func<IServer> server) => new(Service(server));

        /// <summary>Serves in memory, for tests.</summary>
        /// <param name="server">The handlers of every connection.</param>
        public static {{Sessions}}.ProtocolRig Rig(IServer server) => new(Service(() => server));

        /// <summary>Reads one command; it is null unless the answer is <c>Done</c>.</summary>
        public static global::ProtoKit.Wire.ReadStatus TryRead(global::ProtoKit.Wire.WireInput input, out object? command) =>
            {{spelling.Wire}}.ReadOne(input, out command);
        """);

    private static void Session(CodeWriter w, Spelling spelling) => w.MemberBlock($"""
        /// <summary>One conversation, as the handlers see it.</summary>
        {GeneratedCode.Attribute}
        public sealed class Session : {Sessions}.ServerSession
        """, () =>
    {
        w.Block($$"""
            internal Session({{Pipe}} connection, {{Sessions}}.ConversationOptions options)
                : base(connection, {{spelling.Wire}}.Format, {{spelling.Wire}}.Limits, options)
            """, () =>
        {
            if (StateEmitter.BeginsLimited(spelling.Protocol)) w.Write("State = state;");
        });
        StateEmitter.Session(w, spelling.Protocol);
        CorrelationEmitter.Session(w, spelling.Protocol);
        if (TakerEmitter.ReadsLines(spelling.Protocol))
            w.Member($"internal {ValueTask} Lines(global::ProtoKit.Wire.LineTail lines) => ReadLinesAsync(lines);");
        w.MemberBlock($"""
            /// <inheritdoc/>
            protected override {Sessions}.FaultSaid WriteFault(
                global::ProtoKit.FaultKind kind,
                string code,
                string message,
                global::ProtoKit.ArgumentTrouble trouble,
                string command)
            """, () => FaultEmitter.Choose(w, spelling.Protocol));
    });

    private static string HandlerType(MessageModel command) => command.Stream is { } stream
        ? $"global::System.Collections.Generic.IAsyncEnumerable<{CSharp.Identifier(stream.Item)}>"
        : command.Reply is null ? ValueTask : $"{ValueTask}<{CSharp.Identifier(command.Reply)}{(command.ReplyOptional ? "?" : "")}>";
}
