using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Emitting.Binary;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The class behind the user's partial: the dispatch loop, then a reader and a writer for each message.</summary>
internal static class WireEmitter
{
    public static void Emit(CodeWriter w, Spelling spelling)
    {
        var protocol = spelling.Protocol;
        w.MemberBlock("namespace ProtoKit.Emitted", () =>
        {
            foreach (var space in Usings(protocol)) w.Write($"using {space};");
            w.Write($"using {spelling.Alias} = {spelling.Class};");
            w.MemberBlock($"""
                /// <summary>Reads, writes and dispatches what {CSharp.Comment(protocol.FullName)} declares.</summary>
                {GeneratedCode.Attribute}
                file static class {spelling.WireClass}
                """, () =>
            {
                Settings(w, protocol);
                DispatchEmitter.Emit(w, spelling);
                foreach (var message in protocol.Messages)
                {
                    MatchEmitter.Emit(w, spelling, message);
                    ReadEmitter.Emit(w, spelling, message);
                    WriteEmitter.Emit(w, spelling, message);
                }

                FaultEmitter.Read(w, spelling);
                BinaryFaults.Codes(w, spelling);
                if (FramingEmitter.MeasuresAnswers(protocol)) FramingEmitter.Measures(w, spelling);
                foreach (var part in protocol.Parts) PartOf(w, spelling, part);
                foreach (var union in protocol.Unions) BinaryEmitter.Union(w, spelling, union);
                foreach (var words in protocol.Enums) EnumOf(w, spelling, words);
            });
            TakerEmitter.Emit(w, spelling);
        });
    }

    private static void PartOf(CodeWriter w, Spelling spelling, PartModel part)
    {
        if (GroupEmitter.IsGroup(part)) GroupEmitter.Emit(w, spelling, part);
        else BinaryEmitter.Part(w, spelling, part);
    }

    private static void EnumOf(CodeWriter w, Spelling spelling, EnumModel words)
    {
        if (spelling.Protocol.Wire.Kind != WireKind.Binary) EnumEmitter.Emit(w, spelling, words);
        if (!words.IsFlags && spelling.Protocol.HasInBytes(words)) BinaryEmitter.Defined(w, spelling, words);
    }

    private static IEnumerable<string> Usings(ProtocolModel protocol)
    {
        yield return "System";
        if (protocol.HasLists || protocol.Messages.Any(message => message.Steps.Any(step => step is WordsStep or GroupsStep)))
            yield return "System.Collections.Generic";
        if (protocol.Limits.Any(LimitsEmitter.IsEndless)) yield return "System.Threading";
        yield return "System.Threading.Tasks";
        yield return "ProtoKit.Sessions";
        yield return "ProtoKit.Wire";
    }

    private static void Settings(CodeWriter w, ProtocolModel protocol)
    {
        var wire = protocol.Wire;
        var format = wire.Kind switch
        {
            WireKind.Text => $"WireFormat.Text(NewLine.{wire.NewLine}, maxLine: {CSharp.Number(wire.MaxLine)}, maxArguments: {CSharp.Number(wire.MaxArguments)}, encoding: {CSharp.Text(wire.Encoding)})",
            WireKind.Unframed => $"WireFormat.Unframed(readSize: {CSharp.Number(wire.ReadSize)}, encoding: {CSharp.Text(wire.Encoding)})",
            _ => FramingEmitter.Format(protocol),
        };
        w.Write($"public static readonly WireFormat Format = {format};");
        if (FramingEmitter.MeasuresAnswers(protocol))
            w.Member($"public static readonly WireFormat AnswerFormat = {FramingEmitter.Format(protocol, "MeasureAnswer")};");
        LimitsEmitter.Emit(w, protocol.Limits);
        foreach (var message in protocol.Messages)
        {
            foreach (var body in message.Steps.OfType<BodyUntilStep>())
            {
                var mark = body.Mark.Length == 0 ? "[]" : CSharp.Utf8(body.Mark) + ".ToArray()";
                var times = $"gapMs: {CSharp.Number(body.Gap)}, afterMs: {CSharp.Number(body.After)}, quietMs: {CSharp.Number(body.Quiet)}";
                w.Member($"private static readonly BodyMark {Spelling.Mark(message)} = new({mark}, {times}, max: {CSharp.Number(body.Max)});");
            }
        }
    }
}
