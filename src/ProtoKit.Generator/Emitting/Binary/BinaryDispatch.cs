using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting.Binary;

/// <summary>The switch over the tags of commands.</summary>
internal static class BinaryDispatch
{
    /// <param name="taken">The statement that reads a command and hands it over.</param>
    public static void Emit(CodeWriter w, Spelling spelling, IReadOnlyList<MessageModel> commands, System.Func<MessageModel, string> taken)
    {
        if (commands.Count == 1 && commands[0].Tag is null)
        {
            w.Write($"// {Grammar.WithAnswer(commands[0], spelling)}\n{taken(commands[0])}");
            return;
        }

        var header = spelling.Protocol.Wire.Header!;
        var number = new NumberModel(NumberForm.Fixed, header.TagBits, header.TagLittleEndian);
        w.Block($"switch ({BinaryMatch.Peek(header.TagAt, number)})", () =>
        {
            foreach (var command in commands.OrderBy(command => command.Tag))
            {
                w.Write($"""
                    // {Grammar.WithAnswer(command, spelling)}
                    case {CSharp.Number(command.Tag ?? 0)}:
                        {taken(command)}

                    """);
            }
        });
        w.Write("""

            fields.Fail(FaultKind.UnknownCommand, null, "has a tag that no command has");
            return input.Refuse(fields);
            """);
    }
}
