using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The typed client: one method for each command.</summary>
internal static class ClientEmitter
{
    private const string Pipe = "global::System.IO.Pipelines.IDuplexPipe";
    private const string Options = "global::ProtoKit.ClientOptions?";
    private const string Cancel = "global::System.Threading.CancellationToken cancel = default";
    private const string Task = "global::System.Threading.Tasks.ValueTask";

    public static void Emit(CodeWriter w, ProtocolModel protocol)
    {
        var wire = "global::ProtoKit.Emitted." + Spelling.WireClass(protocol);
        w.Member("/// <summary>Speaks the protocol with a server. Commands may be sent before earlier ones are answered.</summary>");
        w.Block("public sealed class Client : global::ProtoKit.Sessions.ClientConnection", () =>
        {
            w.Write($$"""
                private Client({{Pipe}} connection, {{Options}} options)
                    : base(connection, {{wire}}.Format, {{wire}}.Limits, options)
                {
                }

                /// <summary>Speaks over a connection that exists already.</summary>
                public static Client Over({{Pipe}} connection, {{Options}} options = null) => new(connection, options);

                /// <summary>Connects, such as to <c>tcp://127.0.0.1:{{(protocol.Port > 0 ? protocol.Port : 7000)}}</c>.</summary>
                public static async global::System.Threading.Tasks.Task<Client> ConnectAsync(string url, {{Options}} options = null, {{Cancel}}) =>
                    new(await global::ProtoKit.Transports.Endpoint.Parse(url).ConnectAsync(options, cancel), options);
                """);
            foreach (var command in protocol.Messages.Where(message => message.Kind == MessageKind.Command)) Method(w, protocol, command);
            w.Member($"""
                /// <inheritdoc/>
                protected override bool TryReadFault(global::System.ReadOnlyMemory<byte> frame, out global::ProtoKit.ProtocolFault? fault) =>
                    {wire}.TryReadFault(frame, out fault);
                """);
        });
    }

    private static void Method(CodeWriter w, ProtocolModel protocol, MessageModel command)
    {
        var name = CSharp.Identifier(command.Name);
        var parameters = string.Concat(command.Fields.Select(field =>
            $"{Spelling.TypeInside(protocol, field.Type)}{(field.Nullable ? "?" : "")} {CSharp.Local(field.Name, "cancel")}, "));
        var arguments = CSharp.Join(command.Fields.Select(field => CSharp.Local(field.Name, "cancel")));
        var made = $"new {name}({arguments})";
        w.Member($"/// <summary><c>{CSharp.Comment(Grammar.WithAnswer(command, protocol))}</c></summary>");
        if (command.Summary is { Length: > 0 } summary) w.Write($"/// <remarks>{CSharp.Comment(summary)}</remarks>");
        if (command.Reply is { } reply)
        {
            w.Write($"""
                public {Task}<{CSharp.Identifier(reply)}> {command.Name}Async({parameters}{Cancel}) =>
                    CallAsync<{name}, {CSharp.Identifier(reply)}>({made}, cancel);
                """);
        }
        else
        {
            w.Write($"public {Task} {command.Name}Async({parameters}{Cancel}) =>\n    SendAsync({made}, null, cancel);");
        }
    }
}
