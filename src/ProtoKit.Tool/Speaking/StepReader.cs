using System.Text;
using ProtoKit.Sessions;
using ProtoKit.Tool.Describing;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>Reads messages by the steps of their description, as the emitted parser does.</summary>
internal sealed partial class StepReader(ProtocolDescription protocol)
{
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();

    private readonly BinaryStepReader bytes = new(protocol);

    /// <summary>The frame begins like this message.</summary>
    public bool Matches(ref FieldReader fields, MessageDescription message)
    {
        // A fault of the protocol's own is no answer, although it may be a case of the union.
        if (BinaryMatch.UnionOf(message) is not null && MatchesFault(ref fields)) return false;
        if (message.IsBinary) return BinaryMatch.Matches(ref fields, protocol, message);
        var verb = Encoding.UTF8.GetBytes(message.Verb);
        if (message.Layout == "line") return HasSlots(message) ? fields.StartsLine(verb) : fields.IsLine([.. verb, .. LineEnd]);
        return message.Match switch
        {
            "whole" => fields.Is(verb),
            "word" => fields.StartsWithWord(verb),
            "prefix" => fields.StartsWith(verb),
            _ => true,
        };
    }

    /// <summary>Reads the head, after <see cref="Matches"/>; false means that <paramref name="fields"/> knows the fault.</summary>
    public bool TryRead(ref FieldReader fields, MessageDescription message, out Heard heard, out MessageTail? tail)
    {
        var values = new Dictionary<string, object?>();
        var count = -1L;
        var length = 0L;
        tail = null;
        if (message.IsBinary) return TryReadBytes(ref fields, message, values, out heard);
        if (message.Layout == "line" && HasSlots(message)) fields.Line(LineEnd);
        // The verb is compared already; it is the first step.
        foreach (var step in message.Steps.Skip(message.Verb.Length > 0 ? 1 : 0))
        {
            switch (step.Step)
            {
                case "literal":
                    fields.Literal(Encoding.UTF8.GetBytes(step.Text));
                    break;
                case "slot":
                    values[step.Field] = Slot(ref fields, step, message);
                    break;
                case "words" or "groups":
                    values[step.Field] = List(ref fields, step, message);
                    break;
                case "option" or "flag" when !values.ContainsKey(step.Field):
                    Options(ref fields, message, values);
                    break;
                case "count":
                    Cut(ref fields, step);
                    count = fields.Count(step.Field);
                    break;
                case "length":
                    Cut(ref fields, step);
                    length = fields.Length(step.Field, Max(message, step.Field));
                    break;
                case "end":
                    fields.End();
                    break;
                case "lines":
                    values[step.Field] = tail = new HeardLines(this, protocol.Message(step.Line)!, count, step.Until);
                    break;
                case "body":
                    values[step.Field] = tail = ReceivedBody.OfLength(length);
                    break;
                case "bodyUntil":
                    values[step.Field] = tail = ReceivedBody.Until(StepWriter.MarkOf(step));
                    break;
            }
        }

        heard = new Heard(message, values);
        return fields.Succeeded;
    }

    private bool TryReadBytes(ref FieldReader fields, MessageDescription message, Dictionary<string, object?> values, out Heard heard)
    {
        heard = new Heard(message, values);
        if (BinaryMatch.UnionOf(message) is not { } union) bytes.Read(ref fields, message.Fields, message.Steps, values);
        else if (bytes.Union(ref fields, union, Grammar.FieldName(union)) is { } one) heard = new Heard(message with { Fields = one.Fields }, one.Values) { Case = one };
        fields.End();
        return fields.Succeeded;
    }

    private bool MatchesFault(ref FieldReader fields)
    {
        foreach (var fault in protocol.Messages)
        {
            if (fault.Kind == "fault" && Matches(ref fields, fault)) return true;
        }

        return false;
    }

    private static bool HasSlots(MessageDescription message) => message.Steps.Any(step => step.Step is not ("literal" or "end"));

    private string? Slot(ref FieldReader fields, StepDescription step, MessageDescription message)
    {
        if (step.MayBeNull && fields.TakesNull(step.Field)) return null;
        if (step.Optional && (fields.AtEnd || AtOption(ref fields, message))) return null;
        Cut(ref fields, step);
        return Judged(ref fields, message.Field(step.Field)!);
    }

    private static void Cut(ref FieldReader fields, StepDescription step)
    {
        var stop = Encoding.UTF8.GetBytes(step.Stop);
        switch (step.Form, step.Lead)
        {
            case ("rest", true): fields.NextRest(step.Field); break;
            case ("rest", false): fields.Rest(step.Field); break;
            case ("quoted", true): fields.NextQuoted(step.Field, stop); break;
            case ("quoted", false): fields.Quoted(step.Field, stop); break;
            case (_, true): fields.NextWord(step.Field, stop); break;
            default: fields.Word(step.Field, stop); break;
        }
    }

    /// <summary>The field that was cut last. Its text is kept as it was said; the typed reads only judge it.</summary>
    public string Value(ref FieldReader fields, string kind, string type, string name)
    {
        var text = kind == "bytes" ? Printable.Of(fields.Text) : Encoding.UTF8.GetString(fields.Text);
        switch (kind)
        {
            case "bool": fields.Bool(name); break;
            case "integer": Integer(ref fields, type, name); break;
            case "real": fields.Real<double>(name); break;
            case "time" when type == "DateOnly": fields.Date(name); break;
            case "time" when type == "TimeOnly": fields.Time(name); break;
            case "time": fields.Moment(name); break;
            case "enum" when !IsWord(type, text): fields.Fail(FaultKind.BadArgument, name, "is none of its words"); break;
            case "text" or "parsed": fields.String(name); break;
        }

        return text;
    }

    private bool IsWord(string type, string text) => protocol.Enums.FirstOrDefault(one => one.Type == type)?.Words.Contains(text) ?? true;

    private static void Integer(ref FieldReader fields, string type, string name)
    {
        switch (type)
        {
            case "byte": fields.Integer<byte>(name); break;
            case "sbyte": fields.Integer<sbyte>(name); break;
            case "short": fields.Integer<short>(name); break;
            case "ushort": fields.Integer<ushort>(name); break;
            case "int": fields.Integer<int>(name); break;
            case "uint": fields.Integer<uint>(name); break;
            case "ulong": fields.Integer<ulong>(name); break;
            default: fields.Integer<long>(name); break;
        }
    }

    private static long Max(MessageDescription message, string field) =>
        message.Steps.Where(step => step.Step == "body" && step.Field == field).Select(StepWriter.MaxOf).FirstOrDefault(-1);
}
