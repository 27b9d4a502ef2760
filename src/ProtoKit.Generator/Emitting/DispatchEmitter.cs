using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ProtoKit.Generator.Emitting.Binary;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The dispatch loop, and the parser whose switch is the protocol's table of contents.</summary>
internal sealed class DispatchEmitter
{
    private readonly CodeWriter w;
    private readonly Spelling spelling;
    private readonly List<MessageModel> commands;
    private readonly Locals locals;

    private DispatchEmitter(CodeWriter w, Spelling spelling)
    {
        this.w = w;
        this.spelling = spelling;
        commands = [.. Dispatched(spelling.Protocol)];
        locals = new Locals(commands.Select(command => command.Name), "input", "taker", "status", "frame", "fields", "verb");
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
                        if (status == ReadStatus.Done) await turn.Answer;
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
        w.MemberBlock("""
            // Reads one command and hands it over.
            private static ReadStatus Read<TTaker>(WireInput input, ref TTaker taker)
                where TTaker : struct, ITaker
            """, new DispatchEmitter(w, spelling).Read);
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
        // A handler that goes on while more is read cannot look into the receive buffer.
        w.Write($"var fields = new FieldReader(input, frame{(spelling.Protocol.RunsAlongside ? ", copies: true" : "")});");
        if (spelling.Protocol.Wire.Kind == WireKind.Binary)
        {
            BinaryDispatch.Emit(w, spelling, commands, Take);
            return;
        }

        var looks = commands.Where(NeedsLook).OrderByDescending(command => Length(command.Verb)).ThenBy(command => command.Verb, StringComparer.Ordinal);
        foreach (var command in looks) Look(command);
        var words = commands.Where(command => command.Match == VerbMatch.Word && !NeedsLook(command)).ToList();
        if (words.Count > 0) Switch(words);
        if (commands.FirstOrDefault(command => command.Match == VerbMatch.None) is { } rest) Verbless(rest, restart: words.Count > 0);
        else w.Write("fields.UnknownVerb();\nreturn input.Refuse(fields);");
    }

    // A verb that is more, or less, than the first word of its line.
    private static bool NeedsLook(MessageModel command) =>
        command.Match is VerbMatch.Whole or VerbMatch.Prefix || (command.Match == VerbMatch.Word && command.Verb.Contains(' '));

    private void Look(MessageModel command)
    {
        w.Gap();
        w.Write($"// {Grammar.WithAnswer(command, spelling)}");
        w.Block($"if ({MatchEmitter.Condition(spelling, command)})", () => Take(command));
        w.Gap();
    }

    private void Switch(List<MessageModel> words)
    {
        w.Write("var verb = fields.Verb();");
        w.Block("switch (verb.Length)", () =>
        {
            foreach (var command in words.OrderBy(command => Length(command.Verb)).ThenBy(command => command.Verb, StringComparer.Ordinal))
            {
                w.Write($"// {Grammar.WithAnswer(command, spelling)}");
                w.Block($"case {Length(command.Verb)} when {Same(command.Verb)}:", () => Take(command));
                w.Gap();
            }
        });
        w.Gap();
    }

    private void Verbless(MessageModel command, bool restart)
    {
        w.Write($"// {Grammar.WithAnswer(command, spelling)}");
        if (restart) w.Write($"fields = new FieldReader(input, frame{(spelling.Protocol.RunsAlongside ? ", copies: true" : "")});");
        Take(command);
    }

    private void Take(MessageModel command)
    {
        var local = locals[command.Name];
        if (StateEmitter.Refusal(command, spelling) is { } refusal) w.Write(refusal);
        w.Write($"""
            if (!TryRead{command.Name}(ref fields, out var {local})) return input.Refuse(fields);
            taker.Take({local});
            return ReadStatus.Done;
            """);
    }

    private string Same(string verb)
    {
        if (spelling.Protocol.Wire.IgnoreCase) return $"AnyCase.Same(verb, {CSharp.Utf8(verb)})";
        return Length(verb) == 1 ? $"verb[0] == {CSharp.Byte(verb[0])}" : $"verb.SequenceEqual({CSharp.Utf8(verb)})";
    }

    private static int Length(string verb) => Encoding.UTF8.GetByteCount(verb);
}
