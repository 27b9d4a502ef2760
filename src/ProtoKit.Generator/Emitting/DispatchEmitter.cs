using System;
using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The dispatch loop, and the parser whose switch is the protocol's table of contents.</summary>
internal static class DispatchEmitter
{
    public static void Emit(CodeWriter w, ProtocolModel protocol)
    {
        var alias = Spelling.Alias(protocol);
        w.Member($$"""
            // One turn for each command, answers in the order of the commands, one flush when the input is used up.
            public static async Task<ConversationEnd> ConverseAsync({{alias}}.Session session, {{alias}}.IServer server)
            {
                var turn = new Turn(session, server);
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

                return await session.CloseAsync();
            }

            public static ReadStatus ReadOne(WireInput input, out object? command)
            {
                var kept = new Kept();
                var status = Read(input, ref kept);
                command = kept.Command;
                return status;
            }

            // Reads one command and hands it over.
            """);
        w.Block("private static ReadStatus Read<TTaker>(WireInput input, ref TTaker taker)\n    where TTaker : struct, ITaker", () =>
        {
            w.Write("""
                var status = input.ReadFrame(out var frame);
                if (status != ReadStatus.Done) return status;
                var fields = input.FieldsOf(frame);
                """);
            var commands = protocol.Dispatched().ToList();
            foreach (var command in commands.Where(NeedsLook).OrderByDescending(command => command.Verb.Length).ThenBy(command => command.Verb, StringComparer.Ordinal))
                Look(w, protocol, command);
            var words = commands.Where(command => command.Match == VerbMatch.Word && !NeedsLook(command)).ToList();
            if (words.Count > 0) Switch(w, protocol, words);
            var rest = commands.FirstOrDefault(command => command.Match == VerbMatch.None);
            if (rest is not null) Verbless(w, protocol, rest, restart: words.Count > 0);
            else w.Write("fields.UnknownVerb();\nreturn input.Refuse(fields);");
        });
    }

    /// <summary>The commands that the loop reads: all but those that follow another inside its handler.</summary>
    public static IEnumerable<MessageModel> Dispatched(this ProtocolModel protocol) =>
        protocol.Messages.Where(message => message.Kind == MessageKind.Command && message.Follows is null);

    private static bool NeedsLook(MessageModel command) =>
        command.Match is VerbMatch.Whole or VerbMatch.Prefix || (command.Match == VerbMatch.Word && command.Verb.Contains(' '));

    private static void Look(CodeWriter w, ProtocolModel protocol, MessageModel command)
    {
        w.Write($"\n// {Grammar.WithAnswer(command, protocol)}");
        w.Block($"if ({MatchEmitter.Condition(protocol, command)})", () => Take(w, command));
    }

    private static void Switch(CodeWriter w, ProtocolModel protocol, List<MessageModel> commands)
    {
        w.Write("\nvar verb = fields.Verb();");
        w.Block("switch (verb.Length)", () =>
        {
            foreach (var command in commands.OrderBy(command => Utf8Length(command.Verb)).ThenBy(command => command.Verb, StringComparer.Ordinal))
            {
                w.Write($"// {Grammar.WithAnswer(command, protocol)}");
                w.Block($"case {Utf8Length(command.Verb)} when {Same(protocol, command.Verb)}:", () => Take(w, command));
                w.Write("");
            }
        });
        w.Write("");
    }

    private static void Verbless(CodeWriter w, ProtocolModel protocol, MessageModel command, bool restart)
    {
        w.Write($"\n// {Grammar.WithAnswer(command, protocol)}");
        if (restart) w.Write("fields = input.FieldsOf(frame);");
        Take(w, command);
    }

    private static void Take(CodeWriter w, MessageModel command)
    {
        var local = CSharp.Local(command.Name, "input", "taker", "status", "frame", "fields", "verb");
        var words = ReadEmitter.Words(command) is { } range && command.Match == VerbMatch.Word
            ? $", least: {range.Least}" + (range.Most == int.MaxValue ? "" : $", most: {range.Most}")
            : "";
        w.Write($"""
            if (!TryRead{command.Name}(ref fields, out var {local})) return input.Refuse(fields{words});
            taker.Take({local});
            return ReadStatus.Done;
            """);
    }

    private static string Same(ProtocolModel protocol, string verb)
    {
        if (protocol.Wire.IgnoreCase) return $"Ascii.EqualsIgnoreCase(verb, {CSharp.Utf8(verb)})";
        return Utf8Length(verb) == 1 ? $"verb[0] == {CSharp.Byte(verb[0])}" : $"verb.SequenceEqual({CSharp.Utf8(verb)})";
    }

    private static int Utf8Length(string text) => System.Text.Encoding.UTF8.GetByteCount(text);
}
