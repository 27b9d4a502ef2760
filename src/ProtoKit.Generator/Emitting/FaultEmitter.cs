using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>Which fault answers which kind, and how a client reads them back.</summary>
internal static class FaultEmitter
{
    private const string Said = "global::ProtoKit.Sessions.FaultSaid";

    /// <summary>The body of the session's WriteFault.</summary>
    public static void Choose(CodeWriter w, ProtocolModel protocol)
    {
        var faults = protocol.Messages.Where(message => message.Kind == MessageKind.Fault).ToList();
        var special = faults.Where(fault => fault.Answers is not null and not "None").OrderBy(fault => fault.Answers, System.StringComparer.Ordinal).ToList();
        var general = faults.FirstOrDefault(fault => fault.Answers is null);
        if (special.Count == 0)
        {
            Otherwise(w, protocol, faults.Count == 0, general);
            return;
        }

        w.Block("switch (kind)", () =>
        {
            foreach (var fault in special)
            {
                w.Write($"case global::ProtoKit.FaultKind.{fault.Answers}:");
                w.Write($"    Say({New(fault)});\n    return {Closing(fault)};");
            }
        });
        Otherwise(w, protocol, faults.Count == 0, general);
    }

    /// <summary>The client's TryReadFault, beside the readers of the messages.</summary>
    public static void Read(CodeWriter w, ProtocolModel protocol)
    {
        var faults = protocol.Messages.Where(message => message.Kind == MessageKind.Fault).ToList();
        w.MemberBlock("public static bool TryReadFault(ReadOnlyMemory<byte> frame, out ProtocolFault? fault)", () =>
        {
            if (faults.Count == 0 && protocol.Wire.Kind == WireKind.Text)
            {
                w.Write("return DefaultFault.TryRead(frame, out fault);");
                return;
            }

            w.Write("fault = null;");
            if (faults.Count > 0) w.Write("var fields = new FieldReader(frame);");
            for (var index = 0; index < faults.Count; index++)
            {
                if (index > 0) w.Write("\nfields = new FieldReader(frame);");
                One(w, protocol, faults[index]);
            }

            w.Write("\nreturn false;");
        });
    }

    private static void One(CodeWriter w, ProtocolModel protocol, MessageModel fault)
    {
        var local = CSharp.Local(fault.Name, "fault", "frame", "fields");
        var has = fault.Fields.Select(field => field.Name).ToList();
        var kind = fault.Answers is not null and not "None" ? "FaultKind." + fault.Answers
            : has.Contains("Code") ? $"FaultCode.KindOf({local}.Code)" : "FaultKind.Refused";
        var code = has.Contains("Code") ? local + ".Code" : "null";
        var message = has.Contains("Message") ? local + ".Message" : CSharp.Text(fault.Template);
        w.Block($"if (Matches{fault.Name}(ref fields) && TryRead{fault.Name}(ref fields, out var {local}))", () => w.Write($"""
            fault = new ProtocolFault<{Spelling.Alias(protocol)}.{CSharp.Identifier(fault.Name)}>({local}, {kind}, {code}, {message});
            return true;
            """));
    }

    private static void Otherwise(CodeWriter w, ProtocolModel protocol, bool noneDeclared, MessageModel? general)
    {
        if (general is not null) w.Write($"Say({New(general)});\nreturn {Closing(general)};");
        else if (noneDeclared && protocol.Wire.Kind == WireKind.Text)
            w.Write($"Say(new global::ProtoKit.Wire.DefaultFault(code, message));\nreturn {Said}.Yes;");
        else w.Write($"// No fault is declared for the others: the connection closes without a word.\nreturn {Said}.No;");
    }

    private static string New(MessageModel fault) => $"new {CSharp.Identifier(fault.Name)}({CSharp.Join(fault.Fields.Select(field => field.Name switch
    {
        "Code" => "code",
        "Message" => "message",
        _ => "default!",
    }))})";

    private static string Closing(MessageModel fault) => $"{Said}.{(fault.Closes ? "YesAndCloses" : "Yes")}";
}
