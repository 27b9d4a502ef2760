using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Checking;

/// <summary>Each kind of fault has one form, and no reply can be taken for a fault.</summary>
internal static class FaultRules
{
    private const string None = "None";
    private const string Any = "Any";

    public static void Check(ProtocolScope scope, IReadOnlyList<MessageReading> messages)
    {
        var faults = messages.Where(message => message.Model.Kind == MessageKind.Fault).ToList();
        CheckKinds(scope, faults);
        foreach (var reply in messages.Where(message => message.Model is ({ Kind: MessageKind.Reply } or { AlsoReply: true }) and { Layout: not MessageLayout.Binary }))
            CheckReply(scope, reply, faults.Where(fault => fault.Model.Layout == reply.Model.Layout).ToList());
    }

    private static void CheckKinds(ProtocolScope scope, List<MessageReading> faults)
    {
        var first = new Dictionary<string, MessageReading>();
        foreach (var fault in faults)
        {
            var kind = fault.Model.Answers ?? Any;
            var trouble = fault.Model.Trouble is { } one ? $" with ArgumentTrouble.{one}" : "";
            if (kind == None) continue;
            if (first.TryGetValue(kind + trouble, out var other))
                scope.Report(fault.Role.PlaceOf("Answers"), MessageProblems.TwoFaultsForOneKind, other.Model.Name, fault.Model.Name, kind + trouble);
            else first[kind + trouble] = fault;
        }
    }

    private static void CheckReply(ProtocolScope scope, MessageReading reply, List<MessageReading> faults)
    {
        var opening = Opening.Of(reply.Model);
        // A client sees a fault that closes by the connection's end, whatever the fault's text.
        var clash = faults.FirstOrDefault(fault => !fault.Model.Closes && Opening.Overlap(opening, Opening.Of(fault.Model)));
        if (clash is not null) Report($"the fault '{clash.Model.Name}'");
        else if (scope.Wire.Kind == WireKind.Text && faults.Count == 0 && Opening.Overlap(opening, Opening.UndeclaredFault))
            Report("\"ERR {Code} {Message}\", the fault of a protocol that declares none");

        void Report(string fault) => scope.Report(reply.Template, MessageProblems.ReplyLikeFault, reply.Model.Name, fault);
    }
}
