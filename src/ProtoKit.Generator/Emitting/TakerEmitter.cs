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
        // Handlers that turn out to block leave their connection's loop to the others.
        foreach (var command in commands.Where(command => command.Stream is null))
            w.Write($"private static readonly HandlerPlace {Place(command)} = new();");
        w.Member("public ValueTask Answer;");
        if (StateEmitter.Depends(spelling.Protocol)) w.Member($"public {spelling.Alias}.State? State => session.State;");
        foreach (var command in commands)
        {
            var take = $"public void Take(in {spelling.Of(command)} command)";
            var behindLines = $"Answer = {command.Name}Async(session, server, command);";
            if (spelling.Protocol.RunsAlongside) Alongside(w, spelling, command, take);
            else if (HasLines(command) && !FaultEmitter.SaysCommand(spelling.Protocol)) w.Member($"{take} => {behindLines}");
            else w.MemberBlock(take, () =>
            {
                if (FaultEmitter.SaysCommand(spelling.Protocol)) w.Write($"session.Verb = {CSharp.Text(command.Verb)};");
                if (Body(command) is { } body && !HasLines(command)) w.Write($"session.Receive(command.{CSharp.Name(body)});");
                w.Write(HasLines(command) ? behindLines : $"Answer = {Answered(command, spelling)};");
            });
        }

        foreach (var command in commands.Where(HasLines)) WithLines(w, spelling, command);
    }

    // The handler is asked when its lines are all there.
    private static void WithLines(CodeWriter w, Spelling spelling, MessageModel command) => w.MemberBlock(
        $"private static async ValueTask {command.Name}Async({spelling.Alias}.Session session, {spelling.Alias}.IServer server, {spelling.Of(command)} command)",
        () =>
        {
            w.Write($"await session.Lines({WriteEmitter.Tail(command, "command")});");
            w.Write($"await ({Answered(command, spelling)});");
        });

    // What a handler throws is told to whoever sent its command.
    private static void Alongside(CodeWriter w, Spelling spelling, MessageModel command, string take) => w.MemberBlock(take, () =>
    {
        w.Block("try", () => w.Write($"Answer = {Answered(command, spelling)};"));
        w.Block("catch (Exception because)", () => w.Write($"Answer = session.RefuseAlongsideAsync(because, {Id(command, spelling)});"));
    });

    private static string Id(MessageModel command, Spelling spelling) =>
        spelling.Protocol.Wire.Header?.Correlation is not null ? "session.CommandHead" : $"command.{CSharp.Name(spelling.Protocol.Correlated!)}";

    private static bool HasLines(MessageModel command) => command.Steps.Any(step => step is LinesStep);

    private static string? Body(MessageModel command) => command.Steps
        .Select(step => (step as BodyLengthStep)?.Field ?? (step as BodyUntilStep)?.Field)
        .FirstOrDefault(field => field is not null);

    // The answer stays where the handler makes it: a copy would be made for every command. A stream runs when it is asked for its items.
    private static string Answered(MessageModel command, Spelling spelling)
    {
        var here = Answer(command, spelling, "server.Handle(command, session)");
        return command.Stream is not null ? here : $"""
            session.RunsHere({Place(command)})
                ? {here}
                : {Answer(command, spelling, $"{Place(command)}.RunAsync(server.Handle, command, session)")}
            """;
    }

    private static string Answer(MessageModel command, Spelling spelling, string handled)
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
        return $"session.{method}({handled}{end}, {CSharp.Text(command.Name)}{id}{closes}{next})";
    }

    private static string Place(MessageModel command) => command.Name + "Place";
}
