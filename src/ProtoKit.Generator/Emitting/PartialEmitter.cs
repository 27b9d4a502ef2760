using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>
/// The user's partial class: the server interface, the session, the client and the ways to serve. Names here are written in full, since the user's
/// own nested names may hide any short one.
/// </summary>
internal static class PartialEmitter
{
    public static void Emit(CodeWriter w, ProtocolModel protocol)
    {
        w.MemberBlock($"partial class {CSharp.Identifier(protocol.ClassName)}", () =>
        {
            w.Write("""
                /// <summary>The protocol as it was declared, as JSON: what tools read.</summary>
                public const string Description =
                """);
            w.Raw(CSharp.Raw(DescriptionEmitter.Json(protocol)) + ";");
            w.Member($"""
                /// <summary>How the protocol's bytes become messages.</summary>
                public static global::ProtoKit.Wire.WireFormat Wire => global::ProtoKit.Emitted.{Spelling.WireClass(protocol)}.Format;
                """);
            Server(w, protocol);
            Serving(w, protocol);
            Session(w, protocol);
            ClientEmitter.Emit(w, protocol);
            foreach (var message in protocol.Messages) MessageEmitter.Emit(w, protocol, message);
            foreach (var token in protocol.Tokens.Where(token => token.IsNested)) TokenEmitter.Emit(w, token);
        });
    }

    private static void Server(CodeWriter w, ProtocolModel protocol)
    {
        w.Member("/// <summary>Handles the commands of one connection: its fields are the connection's state.</summary>");
        w.Block("public interface IServer", () =>
        {
            foreach (var command in protocol.Dispatched())
            {
                w.Member($"""
                    /// <summary><c>{CSharp.Comment(Grammar.WithAnswer(command, protocol))}</c></summary>
                    {HandlerType(protocol, command)} Handle({CSharp.Identifier(command.Name)} {CSharp.Local(command.Name, "session")}, Session session);
                    """);
            }
        });
    }

    private static void Serving(CodeWriter w, ProtocolModel protocol)
    {
        var wire = "global::ProtoKit.Emitted." + Spelling.WireClass(protocol);
        w.Member($$"""
            /// <summary>Answers the commands that arrive on a connection until either side ends it.</summary>
            /// <param name="connection">Any duplex pipe.</param>
            /// <param name="server">The handlers; one instance serves one connection.</param>
            /// <param name="stopping">Ends the conversation between commands.</param>
            public static global::System.Threading.Tasks.Task<global::ProtoKit.Sessions.ConversationEnd> ServeAsync(
                global::System.IO.Pipelines.IDuplexPipe connection,
                IServer server,
                global::System.Threading.CancellationToken stopping = default) =>
                ServeAsync(connection, server, new global::ProtoKit.Sessions.ConversationOptions { Stopping = stopping });

            /// <summary>Answers the commands that arrive on a connection until either side ends it.</summary>
            /// <param name="connection">Any duplex pipe.</param>
            /// <param name="server">The handlers; one instance serves one connection.</param>
            /// <param name="options">Limits, clock, and how to stop.</param>
            public static global::System.Threading.Tasks.Task<global::ProtoKit.Sessions.ConversationEnd> ServeAsync(
                global::System.IO.Pipelines.IDuplexPipe connection,
                IServer server,
                global::ProtoKit.Sessions.ConversationOptions options) =>
                {{wire}}.ConverseAsync(new Session(connection, options), server);

            /// <summary>The protocol as something that a listener can serve.</summary>
            /// <param name="server">Makes the handlers of one connection.</param>
            public static global::ProtoKit.Sessions.ProtocolService Service(global::System.Func<IServer> server) =>
                new({{CSharp.Text(protocol.Name)}}, {{protocol.Port}}, {{wire}}.Limits, (connection, options) => ServeAsync(connection, server(), options));

            /// <summary>Serves in memory, for tests.</summary>
            /// <param name="server">Makes the handlers of one connection.</param>
            public static global::ProtoKit.Sessions.ProtocolRig Rig(global::System.Func<IServer> server) => new(Service(server));

            /// <summary>Serves in memory, for tests.</summary>
            /// <param name="server">The handlers of every connection.</param>
            public static global::ProtoKit.Sessions.ProtocolRig Rig(IServer server) => new(Service(() => server));

            /// <summary>Reads one command; it is null unless the answer is <c>Done</c>.</summary>
            public static global::ProtoKit.Wire.ReadStatus TryRead(global::ProtoKit.Wire.WireInput input, out object? command) =>
                {{wire}}.ReadOne(input, out command);
            """);
    }

    private static void Session(CodeWriter w, ProtocolModel protocol)
    {
        w.Member("/// <summary>One conversation, as the handlers see it.</summary>");
        w.Block("public sealed class Session : global::ProtoKit.Sessions.ServerSession", () =>
        {
            var wire = "global::ProtoKit.Emitted." + Spelling.WireClass(protocol);
            w.Write($$"""
                internal Session(global::System.IO.Pipelines.IDuplexPipe connection, global::ProtoKit.Sessions.ConversationOptions options)
                    : base(connection, {{wire}}.Format, {{wire}}.Limits, options)
                {
                }

                internal global::System.Threading.Tasks.ValueTask Lines(global::ProtoKit.Wire.LineTail lines) => ReadLinesAsync(lines);

                """);
            w.Write("/// <inheritdoc/>");
            w.Block("protected override global::ProtoKit.Sessions.FaultSaid WriteFault(global::ProtoKit.FaultKind kind, string code, string message)",
                () => FaultEmitter.Choose(w, protocol));
        });
    }

    private static string HandlerType(ProtocolModel protocol, MessageModel command)
    {
        const string task = "global::System.Threading.Tasks.ValueTask";
        if (command.Reply is null) return task;
        return $"{task}<{CSharp.Identifier(command.Reply)}{(command.ReplyOptional ? "?" : "")}>";
    }
}
