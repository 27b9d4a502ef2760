using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using ProtoKit.Generator.Emitting.Binary;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The dispatch loop, and the parser whose switch is the protocol's table of contents.</summary>
internal sealed class DispatchEmitter
{
    private readonly CodeWriter w;
    private readonly Spelling spelling;
    private readonly List<MessageModel> commands;

    private DispatchEmitter(CodeWriter w, Spelling spelling)
    {
        this.w = w;
        this.spelling = spelling;
        commands = [.. Dispatched(spelling.Protocol)];
    }

    public static void Emit(CodeWriter w, Spelling spelling)
    {
        w.Member($$"""
            // One turn for each command, {{(spelling.Protocol.RunsAlongside ? "answers as they are ready" : "answers in the order of the commands")}}, one flush when the input is used up.
            public static async Task<ConversationEnd> ConverseAsync({{spelling.Alias}}.Session session, {{spelling.Alias}}.IServer server)
            {
                var turn = new Turn(session, server);
                await session.OpenAsync<{{spelling.Alias}}.Session>(server.OpenedAsync);
                while (await session.WaitAsync())
                {
                    try
                    {
                        var status = Read(session.Input, ref turn);
                        // Most answers are written by now.
                        if (status == ReadStatus.Done && !turn.Answer.IsCompletedSuccessfully) await turn.Answer;
                        else if (status == ReadStatus.Fault) await session.RefuseAsync(session.Input.Fault);
                    }
                    catch (Exception because)
                    {
                        await session.RefuseAsync(because);
                    }
                }

                return await session.CloseAsync<{{spelling.Alias}}.Session>(server.ClosedAsync);
            }

            // Reads one command for whoever only wants to see it.
            public static ReadStatus ReadOne(WireInput input, out object? command)
            {
                var kept = new Kept();
                var status = Read(input, ref kept);
                command = kept.Command;
                return status;
            }
            """);
        var dispatch = new DispatchEmitter(w, spelling);
        w.MemberBlock("""
            // Reads one command and hands it over.
            private static ReadStatus Read<TTaker>(WireInput input, ref TTaker taker)
                where TTaker : struct, ITaker
            """, dispatch.Read);
        foreach (var command in dispatch.commands) dispatch.Take(command);
    }

    /// <summary>The commands that the loop reads: all but those that follow another inside its handler.</summary>
    public static IEnumerable<MessageModel> Dispatched(ProtocolModel protocol) =>
        protocol.Messages.Where(message => message.Kind == MessageKind.Command && message.Follows is null);

    private void Read()
    {
        w.Write("""
            var status = input.ReadFrame(out var frame);
            if (status != ReadStatus.Done) return status;

            """);
        w.Gap();
        w.Write($"var fields = {Fields};");
        if (spelling.Protocol.Wire.Kind == WireKind.Binary)
        {
            BinaryDispatch.Emit(w, spelling, commands, Taken);
            return;
        }

        foreach (var command in InOrder(commands.Where(command => command.Match is VerbMatch.Whole or VerbMatch.Prefix))) Look(command);
        var words = InOrder(commands.Where(command => command.Match == VerbMatch.Word)).ToList();
        if (words.Count > 0) Switch(words);
        if (commands.FirstOrDefault(command => command.Match == VerbMatch.None) is { } rest) Verbless(rest, restart: words.Count > 0);
        else w.Write("fields.UnknownVerb();\nreturn input.Refuse(fields);");
    }

    // A longer verb first: the shorter one may be its first word.
    private static IEnumerable<MessageModel> InOrder(IEnumerable<MessageModel> commands) =>
        commands.OrderByDescending(command => Length(command.Verb)).ThenBy(command => command.Verb, StringComparer.Ordinal);

    // A verb that is more, or less, than the first word of its line.
    private void Look(MessageModel command)
    {
        w.Gap();
        w.Write($"""
            // {Grammar.WithAnswer(command, spelling)}
            if ({MatchEmitter.Condition(spelling, command)}) {Taken(command)}

            """);
    }

    private void Switch(List<MessageModel> words)
    {
        w.Write("var verb = fields.Verb();");
        w.Block($"switch ((verb.Length, {(IgnoresCase ? "AnyCase.First(verb)" : "verb.IsEmpty ? 0 : verb[0]")}))", () =>
        {
            foreach (var command in words.OrderBy(command => Length(FirstWord(command.Verb))).ThenBy(command => FirstWord(command.Verb), StringComparer.Ordinal))
            {
                w.Write($"""
                    // {Grammar.WithAnswer(command, spelling)}
                    case {Case(command)}:
                        {Taken(command)}

                    """);
            }
        });
        w.Gap();
    }

    private void Verbless(MessageModel command, bool restart)
    {
        w.Write($"// {Grammar.WithAnswer(command, spelling)}");
        if (restart) w.Write($"fields = {Fields};");
        w.Write(Taken(command));
    }

    private static string Taken(MessageModel command) => $"return Take{command.Name}(input, ref fields, ref taker);";

    // In a method of its own: one that held all commands would clear room for all of them before it read any.
    private void Take(MessageModel command)
    {
        var local = new Locals([command.Name], "input", "fields", "taker")[command.Name];
        w.MemberBlock($"""
            private static ReadStatus Take{command.Name}<TTaker>(WireInput input, ref FieldReader fields, ref TTaker taker)
                where TTaker : struct, ITaker
            """, () =>
        {
            if (StateEmitter.Refusal(command, spelling) is { } refusal) w.Write(refusal);
            w.Write($"""
                if (!TryRead{command.Name}(ref fields, out var {local})) return input.Refuse(fields);
                taker.Take({local});
                return ReadStatus.Done;
                """);
        });
    }

    // A handler that goes on while more is read cannot look into the receive buffer.
    private string Fields => $"new FieldReader(input, frame{(spelling.Protocol.RunsAlongside ? ", copies: true" : "")})";

    private bool IgnoresCase => spelling.Protocol.Wire.IgnoreCase;

    // The length and the first letter of the first word, and whatever these do not say.
    private string Case(MessageModel command)
    {
        var word = FirstWord(command.Verb);
        var first = Encoding.UTF8.GetBytes(word)[0];
        if (IgnoresCase && first is >= (byte)'a' and <= (byte)'z') first -= 'a' - 'A';
        var letter = first < 128 ? SymbolDisplay.FormatLiteral((char)first, quote: true) : CSharp.Number(first);
        var key = $"({CSharp.Number(Length(word))}, {letter})";
        if (word != command.Verb) return $"{key} when {MatchEmitter.Condition(spelling, command)}";
        if (Length(word) == 1) return key;
        return $"{key} when {(IgnoresCase ? $"AnyCase.Same(verb, {CSharp.Utf8(word)})" : $"verb.SequenceEqual({CSharp.Utf8(word)})")}";
    }

    private static string FirstWord(string verb) => verb.Split(' ')[0];

    private static int Length(string verb) => Encoding.UTF8.GetByteCount(verb);
}
