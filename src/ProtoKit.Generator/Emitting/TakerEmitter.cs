using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>What takes a command when it has been read: the turn of a server, or the memory of who only reads.</summary>
internal static class TakerEmitter
{
    public static void Emit(CodeWriter w, Spelling spelling)
    {
        var commands = DispatchEmitter.Dispatched(spelling.Protocol).ToList();
        w.MemberBlock($"""
            // Takes each command as the parser finishes it.
            {GeneratedCode.Attribute}
            file interface ITaker
            """, () =>
        {
            foreach (var command in commands) w.Write($"void Take(in {spelling.Of(command)} command);");
        });
        w.MemberBlock($"""
            // Hands each command to the server and keeps what it will answer.
            {GeneratedCode.Attribute}
            file struct Turn({spelling.Alias}.Session session, {spelling.Alias}.IServer server) : ITaker
            """, () => Turn(w, spelling, commands));
        w.MemberBlock($"""
            // Keeps the command for whoever only wants to see it.
            {GeneratedCode.Attribute}
            file struct Kept : ITaker
            """, () =>
        {
            w.Write("public object? Command;");
            foreach (var command in commands) w.Member($"public void Take(in {spelling.Of(command)} command) => Command = command;");
        });
    }

    /// <summary>A command has lines behind it, which the session has to read.</summary>
    public static bool ReadsLines(ProtocolModel protocol) => DispatchEmitter.Dispatched(protocol).Any(HasLines);

    private static void Turn(CodeWriter w, Spelling spelling, List<MessageModel> commands)
    {
        w.Write("public ValueTask Answer;");
        foreach (var command in commands)
        {
            var take = $"public void Take(in {spelling.Of(command)} command)";
            var answer = HasLines(command) ? $"{command.Name}Async(session, server, command)" : Answer(command);
            if (FaultEmitter.SaysCommand(spelling.Protocol)) w.MemberBlock(take, () => w.Write($"""
                session.Verb = {CSharp.Text(command.Verb)};{(Body(command) is { } lent ? $"\nsession.Receive(command.{CSharp.Name(lent)});" : "")}
                Answer = {answer};
                """));
            else if (HasLines(command)) w.Member($"{take} => Answer = {command.Name}Async(session, server, command);");
            else if (Body(command) is { } body) w.MemberBlock(take, () => w.Write($"""
                session.Receive(command.{CSharp.Name(body)});
                Answer = {Answer(command)};
                """));
            else w.Member($"{take} =>\n    Answer = {Answer(command)};");
        }

        foreach (var command in commands.Where(HasLines)) WithLines(w, spelling, command);
    }

    // The handler is asked when its lines are all there.
    private static void WithLines(CodeWriter w, Spelling spelling, MessageModel command) => w.MemberBlock(
        $"private static async ValueTask {command.Name}Async({spelling.Alias}.Session session, {spelling.Alias}.IServer server, {spelling.Of(command)} command)",
        () => w.Write($"""
            await session.Lines({WriteEmitter.Tail(command, "command")});
            await {Answer(command)};
            """));

    private static bool HasLines(MessageModel command) => command.Steps.Any(step => step is LinesStep);

    private static string? Body(MessageModel command) => command.Steps
        .Select(step => (step as BodyLengthStep)?.Field ?? (step as BodyUntilStep)?.Field)
        .FirstOrDefault(field => field is not null);

    private static string Answer(MessageModel command)
    {
        var method = command.Reply is null ? "DoneAsync" : command.ReplyOptional ? "AnswerOptionalAsync" : "AnswerAsync";
        return $"session.{method}(server.Handle(command, session), {CSharp.Text(command.Name)}{(command.Closes ? ", closes: true" : "")})";
    }
}
