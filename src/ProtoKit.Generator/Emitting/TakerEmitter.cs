using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>What takes a command when it has been read: the turn of a server, or the memory of who only reads.</summary>
internal static class TakerEmitter
{
    public static void Emit(CodeWriter w, ProtocolModel protocol)
    {
        var alias = Spelling.Alias(protocol);
        var commands = protocol.Dispatched().ToList();
        w.Member("// Takes each command as the parser finishes it.");
        w.Block("file interface ITaker", () =>
        {
            foreach (var command in commands) w.Write($"void Take(in {alias}.{CSharp.Identifier(command.Name)} command);");
        });
        w.Member("// Hands each command to the server and keeps what it will answer.");
        w.Block($"file struct Turn({alias}.Session session, {alias}.IServer server) : ITaker", () =>
        {
            w.Write("public ValueTask Answer;");
            foreach (var command in commands) Turn(w, alias, command);
            foreach (var command in commands.Where(HasLines)) WithLines(w, alias, command);
        });
        w.Member("// Keeps the command for whoever only wants to see it.");
        w.Block("file struct Kept : ITaker", () =>
        {
            w.Write("public object? Command;");
            foreach (var command in commands)
                w.Member($"public void Take(in {alias}.{CSharp.Identifier(command.Name)} command) => Command = command;");
        });
    }

    private static void Turn(CodeWriter w, string alias, MessageModel command)
    {
        var type = $"{alias}.{CSharp.Identifier(command.Name)}";
        var body = command.Steps.Select(step => (step as BodyLengthStep)?.Field ?? (step as BodyUntilStep)?.Field).FirstOrDefault(field => field is not null);
        w.Write("");
        if (HasLines(command))
        {
            w.Write($"public void Take(in {type} command) => Answer = {command.Name}Async(session, server, command);");
        }
        else if (body is null)
        {
            w.Write($"public void Take(in {type} command) =>\n    Answer = {Answer(command)};");
        }
        else
        {
            w.Block($"public void Take(in {type} command)", () => w.Write($"""
                session.Receive(command.{CSharp.Identifier(body)});
                Answer = {Answer(command)};
                """));
        }
    }

    private static void WithLines(CodeWriter w, string alias, MessageModel command)
    {
        var type = $"{alias}.{CSharp.Identifier(command.Name)}";
        w.MemberBlock($"private static async ValueTask {command.Name}Async({alias}.Session session, {alias}.IServer server, {type} command)", () => w.Write($"""
            await session.Lines({WriteEmitter.Tail(command)!.Replace("message.", "command.")});
            await {Answer(command)};
            """));
    }

    private static bool HasLines(MessageModel command) => command.Steps.Any(step => step is LinesStep);

    private static string Answer(MessageModel command)
    {
        var method = command.Reply is null ? "DoneAsync" : command.ReplyOptional ? "AnswerOptionalAsync" : "AnswerAsync";
        return $"session.{method}(server.Handle(command, session), {CSharp.Text(command.Name)}, closes: {CSharp.Bool(command.Closes)})";
    }
}
