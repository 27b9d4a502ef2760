using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ProtoKit.Generator.Emitting.Binary;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>Which fault answers which kind, and how a client reads them back.</summary>
internal static class FaultEmitter
{
    private const string Said = "global::ProtoKit.Sessions.FaultSaid";
    private const string Kind = "global::ProtoKit.FaultKind";
    private const string Trouble = "global::ProtoKit.ArgumentTrouble";
    private const string None = "None";

    /// <summary>Some fault says the verb of the command that it refuses.</summary>
    public static bool SaysCommand(ProtocolModel protocol) => Faults(protocol).Any(fault => fault.Fields.Any(field => field.Name == "Command"));

    /// <summary>The body of the session's WriteFault.</summary>
    public static void Choose(CodeWriter w, ProtocolModel protocol)
    {
        var faults = Faults(protocol);
        var special = faults.Where(AnswersOneKind).OrderBy(fault => fault.Answers, StringComparer.Ordinal)
            // What answers one trouble is asked before what answers any.
            .ThenBy(fault => fault.Trouble is null).ThenBy(fault => fault.Trouble, StringComparer.Ordinal).ToList();
        if (special.Count > 0)
        {
            w.Block("switch (kind)", () =>
            {
                foreach (var fault in special) w.Write($"case {Kind}.{fault.Answers}{When(fault)}:\n    Say({New(protocol, fault)});\n    return {Closing(fault)};");
            });
            w.Gap();
        }

        if (faults.FirstOrDefault(fault => fault.Answers is null) is { } general)
            w.Write($"Say({New(protocol, general)});\nreturn {Closing(general)};");
        else if (faults.Count == 0 && protocol.Wire.Kind == WireKind.Text)
            w.Write($"Say(new global::ProtoKit.Wire.DefaultFault(code, message));\nreturn {Said}.Yes;");
        else
            w.Write($"// There is no fault {(special.Count == 0 ? "to say" : "for the other kinds")}: the connection closes without a word.\nreturn {Said}.No;");
    }

    /// <summary>The client's TryReadFault, beside the readers of the messages.</summary>
    public static void Read(CodeWriter w, Spelling spelling)
    {
        // A fault whose text is longer says more: it is asked for before one that begins like it.
        var faults = Faults(spelling.Protocol).OrderByDescending(fault => Encoding.UTF8.GetByteCount(fault.Verb)).ToList();
        if (faults.Count == 0 && spelling.Protocol.Wire.Kind == WireKind.Text)
        {
            w.Member("public static bool TryReadFault(ReadOnlyMemory<byte> frame, out ProtocolFault? fault) =>\n    DefaultFault.TryRead(frame, out fault);");
            return;
        }

        w.MemberBlock("public static bool TryReadFault(ReadOnlyMemory<byte> frame, out ProtocolFault? fault)", () =>
        {
            var locals = new Locals(faults.Select(fault => fault.Name), "fault", "frame", "fields");
            for (var index = 0; index < faults.Count; index++)
            {
                w.Write($"{(index == 0 ? "var " : "")}fields = new FieldReader(frame{(spelling.Protocol.Wire.Kind is WireKind.Text or WireKind.Unframed ? "" : ", Format")});");
                One(w, spelling, faults[index], locals[faults[index].Name]);
                w.Gap();
            }

            w.Write("fault = null;\nreturn false;");
        });
    }

    private static void One(CodeWriter w, Spelling spelling, MessageModel fault, string local)
    {
        if (BinaryFaults.Code(fault) is { } number)
        {
            w.Block($"if (Matches{fault.Name}(ref fields) && TryRead{fault.Name}(ref fields, out var {local}))", () => BinaryFaults.Read(w, spelling, fault, number, local));
            return;
        }

        var code = Read(fault, "Code", local);
        var message = Read(fault, "Message", local) ?? CSharp.Text(fault.Template);
        var kind = AnswersOneKind(fault) ? "FaultKind." + fault.Answers : code is null ? "FaultKind.Refused" : $"FaultCode.KindOf({code})";
        w.Block($"if (Matches{fault.Name}(ref fields) && TryRead{fault.Name}(ref fields, out var {local}))", () => w.Write($"""
            fault = new ProtocolFault<{spelling.Of(fault)}>({local}, {kind}, {code ?? "null"}, {message});
            return true;
            """));
    }

    private static string? Read(MessageModel fault, string name, string local) => fault.Fields.FirstOrDefault(field => field.Name == name) switch
    {
        null => null,
        { Nullable: true } => $"{local}.{name} ?? \"\"",
        _ => $"{local}.{name}",
    };

    private static List<MessageModel> Faults(ProtocolModel protocol) => protocol.Messages.Where(message => message.Kind == MessageKind.Fault).ToList();

    private static bool AnswersOneKind(MessageModel fault) => fault.Answers is not (null or None);

    private static string New(ProtocolModel protocol, MessageModel fault) => $"new {CSharp.Identifier(fault.Name)}({CSharp.Join(fault.Fields.Select(field => field.Name switch
    {
        "Code" when field.Kind == FieldKind.Enum => BinaryFaults.Of(protocol, field),
        "Code" => "code",
        "Message" => "message",
        "Command" => "command",
        "Words" => "RefusedWords",
        var name when name == protocol.Correlated && protocol.IsCorrelatedByField => CorrelationEmitter.Refused(field),
        _ => "null",
    }))})";

    private static string When(MessageModel fault) => fault.Trouble is { } trouble ? $" when trouble == {Trouble}.{trouble}" : "";

    private static string Closing(MessageModel fault) => $"{Said}.{(fault.Closes ? "YesAndCloses" : "Yes")}";
}
