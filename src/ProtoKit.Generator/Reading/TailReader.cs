using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads what follows a message's line: at most one list of lines or one body.</summary>
internal static class TailReader
{
    /// <summary>False, after a report, when the fields could not follow a line. Without a tail, <paramref name="tail"/> is null.</summary>
    public static bool TryRead(ProtocolScope scope, MessageKind kind, IReadOnlyList<FieldReading> fields, out Step? tail)
    {
        tail = null;
        var tails = fields.Where(field => field.IsTail).ToList();
        if (tails.Count == 0) return true;
        var field = tails[0];
        if (kind is MessageKind.Line or MessageKind.Fault)
            scope.Report(field.Place, FieldProblems.TailHere, field.Name, Shown(field), kind == MessageKind.Line ? "line" : "fault");
        else if (tails.Count > 1) scope.Report(tails[1].Place, FieldProblems.SecondTail, field.Name, tails[1].Name);
        else if (field.Model.Kind == FieldKind.Body && field != fields[fields.Count - 1])
            scope.Report(fields[fields.Count - 1].Place, FieldProblems.BodyNotLast, fields[fields.Count - 1].Name, field.Name);
        else tail = Lower(field);
        return tail is not null;
    }

    private static Step Lower(FieldReading field) => field switch
    {
        { Model.Kind: FieldKind.Lines } => new LinesStep(field.Name, field.Model.Item!, field.Until),
        { Mark: { } mark } => mark,
        _ => new BodyLengthStep(field.Name, field.Max),
    };

    private static string Shown(FieldReading field) => field.Model.Kind == FieldKind.Body ? "a body" : "a list of lines";
}
