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
            if (StateEmitter.Depends(spelling.Protocol)) w.Write($"{spelling.Alias}.State? State {{ get; }}");
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
            // Whoever only looks stands in no state, and sees everything.
            if (StateEmitter.Depends(spelling.Protocol)) w.Member($"public {spelling.Alias}.State? State => null;");
            foreach (var command in commands) w.Member($"public void Take(in {spelling.Of(command)} command) => Command = command;");
        });
    }

    /// <summary>A command has lines behind it, which the session has to read.</summary>
    public static bool ReadsLines(ProtocolModel protocol) => DispatchEmitter.Dispatched(protocol).Any(HasLines);

    private static void Turn(CodeWriter w, Spelling spelling, List<MessageModel> commands)
    {
        w.Write("public ValueTask Answer;");
        if (StateEmitter.Depends(spelling.Protocol)) w.Member($"public {spelling.Alias}.State? State => session.State;");
        foreach (var command in commands)
        {
            var take = $"public void Take(in {spelling.Of(command)} command)";
            var answer = HasLines(command) ? $"{command.Name}Async(session, server, command)" : Answer(command, spelling);
            if (spelling.Protocol.RunsAlongside) Alongside(w, spelling, command, take);
            else if (FaultEmitter.SaysCommand(spelling.Protocol)) w.MemberBlock(take, () => w.Write($"""
                session.Verb = {CSharp.Text(command.Verb)};{(Body(command) is { } lent ? $"\nsession.Receive(command.{CSharp.Name(lent)});" : "")}
                Answer = {answer};
                """));
            else if (HasLines(command)) w.Member($"{take} => Answer = {command.Name}Async(session, server, command);");
            else if (Body(command) is { } body) w.MemberBlock(take, () => w.Write($"""
                session.Receive(command.{CSharp.Name(body)});
                Answer = {Answer(command, spelling)};
                """));
            else w.Member($"{take} =>\n    Answer = {Answer(command, spelling)};");
        }

        foreach (var command in commands.Where(HasLines)) WithLines(w, spelling, command);
    }

    // The handler is asked when its lines are all there.
    private static void WithLines(CodeWriter w, Spelling spelling, MessageModel command) => w.MemberBlock(
        $"private static async ValueTask {command.Name}Async({spelling.Alias}.Session session, {spelling.Alias}.IServer server, {spelling.Of(command)} command)",
        () => w.Write($"""
            await session.Lines({WriteEmitter.Tail(command, "command")});
            await {Answer(command, spelling)};
            """));

    // What a handler throws is told to whoever sent its command.
    private static void Alongside(CodeWriter w, Spelling spelling, MessageModel command, string take) => w.MemberBlock(take, () => w.Write($$"""
        try
        {
            Answer = {{Answer(command, spelling)}};
        }
        catch (Exception because)
        {
            Answer = session.RefuseAlongsideAsync(because, {{Id(command, spelling)}});
        }
        """));

    private static string Id(MessageModel command, Spelling spelling) =>
        spelling.Protocol.Wire.Header?.Correlation is not null ? "session.CommandHead" : $"command.{CSharp.Name(spelling.Protocol.Correlated!)}";

    private static bool HasLines(MessageModel command) => command.Steps.Any(step => step is LinesStep);

    private static string? Body(MessageModel command) => command.Steps
        .Select(step => (step as BodyLengthStep)?.Field ?? (step as BodyUntilStep)?.Field)
        .FirstOrDefault(field => field is not null);

    private static string Answer(MessageModel command, Spelling spelling)
    {
        var alongside = spelling.Protocol.RunsAlongside;
        var method = command switch
        {
            { Stream: not null } => "StreamAsync",
            { Reply: null } => alongside ? "DoneAlongsideAsync" : "DoneAsync",
            { ReplyOptional: true } => "AnswerOptionalAsync",
            _ => alongside ? "AnswerAlongsideAsync" : "AnswerAsync",
        };
        var end = command.Stream is { } stream ? $", new {spelling.Nested(stream.End)}({stream.Defaults})" : "";
        var id = alongside ? ", " + Id(command, spelling) : "";
        var next = command.Next is { } state ? $", next: (int){StateEmitter.Member(spelling, state)}" : "";
        var closes = command.Closes ? ", closes: true" : "";
        return $"session.{method}(server.Handle(command, session){end}, {CSharp.Text(command.Name)}{id}{closes}{next})";
    }
}
