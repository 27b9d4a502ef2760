using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting.Binary;

/// <summary>Faults whose code is a number: which member of its enum stands for which kind.</summary>
internal static class BinaryFaults
{
    private const string Any = "Any";

    /// <summary>The field that is the code, when it is a number.</summary>
    public static FieldModel? Code(MessageModel fault) => fault.Fields.FirstOrDefault(field => field is { Name: "Code", Kind: FieldKind.Enum });

    /// <summary>The code for a kind, in the user's partial class.</summary>
    public static string Of(ProtocolModel protocol, FieldModel code) =>
        $"global::ProtoKit.Emitted.{protocol.ClassName}Wire.CodeOf{protocol.Enums.First(words => words.Type == code.Type).ReaderName}(kind)";

    /// <summary>What a client makes of the fault.</summary>
    public static void Read(CodeWriter w, Spelling spelling, MessageModel fault, FieldModel code, string local) => w.Write($"""
        var kind = KindOf{spelling.WordsOf(code.Type)}({local}.{code.Name});
        fault = new ProtocolFault<{spelling.Of(fault)}>({local}, kind, FaultCode.Of(kind), {local}.{code.Name}.ToString());
        return true;
        """);

    /// <summary>The two switches between kinds and codes, once for each enum.</summary>
    public static void Codes(CodeWriter w, Spelling spelling)
    {
        var enums = new HashSet<string>(spelling.Protocol.Messages
            .Where(message => message.Kind == MessageKind.Fault)
            .Select(fault => Code(fault)?.Type)
            .Where(type => type is not null)
            .Select(type => type!));
        foreach (var words in spelling.Protocol.Enums.Where(words => enums.Contains(words.Type)))
        {
            var type = spelling.Type(words.Type);
            w.MemberBlock($"public static {type} CodeOf{words.ReaderName}(FaultKind kind) => kind switch", () =>
            {
                foreach (var (word, kind) in Pairs(words)) w.Write($"FaultKind.{kind} => {type}.{CSharp.Name(word)},");
                w.Write($"_ => {type}.{CSharp.Name(words.Words.First(word => word.Answers.Contains(Any)).Member)},");
            }, end: ";");
            w.MemberBlock($"private static FaultKind KindOf{words.ReaderName}({type} code) => code switch", () =>
            {
                foreach (var word in words.Words.Where(word => word.Answers.Count > 0 && !word.Answers.Contains(Any)))
                    w.Write($"{type}.{CSharp.Name(word.Member)} => FaultKind.{word.Answers[0]},");
                w.Write("_ => FaultKind.Refused,");
            }, end: ";");
        }
    }

    private static IEnumerable<(string Member, string Kind)> Pairs(EnumModel words) =>
        words.Words.SelectMany(word => word.Answers.Where(kind => kind != Any).Select(kind => (word.Member, kind)));
}
