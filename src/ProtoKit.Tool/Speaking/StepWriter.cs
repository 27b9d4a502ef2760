using System.Text;
using ProtoKit.Sessions;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>Writes a message by the steps of its description, as the emitted writer does.</summary>
internal static class StepWriter
{
    public static void Write(ref FieldWriter writer, Saying saying)
    {
        var message = saying.Message;
        if (message.IsBinary)
        {
            BinaryStepWriter.Write(ref writer, saying.Protocol, message.Fields, message.Steps, saying.Values);
            return;
        }

        if (message.IsEnveloped) writer.Items();
        foreach (var step in message.Steps)
        {
            switch (step.Step)
            {
                case "literal":
                    writer.Literal(Encoding.UTF8.GetBytes(step.Text));
                    break;
                case "slot":
                    Slot(ref writer, step, saying);
                    break;
                case "words" or "groups":
                    Words(ref writer, step, saying);
                    break;
                case "option" when saying.Values.GetValueOrDefault(step.Field) is string value:
                    writer.Option(Encoding.UTF8.GetBytes(step.Word));
                    writer.Space();
                    if (message.IsEnveloped) Item(ref writer, step.Field, message.Field(step.Field)!.Kind, value);
                    else if (step.Form == "quoted") writer.Quoted(step.Field, value);
                    else writer.Word(step.Field, value);
                    break;
                case "flag" when saying.Values.GetValueOrDefault(step.Field) is "true":
                    writer.Option(Encoding.UTF8.GetBytes(step.Word));
                    break;
                case "length":
                    if (step.Lead) writer.Space();
                    writer.Length(step.Field, ((Body?)saying.Values.GetValueOrDefault(step.Field))?.Length, Max(saying.Message, step.Field));
                    break;
                case "count" or "lines":
                    throw new NotWritableException(step.Field, "is a list of lines, which this protokit cannot send");
            }
        }
    }

    public static MessageTail? TailOf(Saying saying)
    {
        foreach (var step in saying.Message.Steps)
        {
            if (step.Step is not ("body" or "bodyUntil")) continue;
            var body = (Body?)saying.Values.GetValueOrDefault(step.Field);
            return step.Step == "body" ? body : body?.EndingWith(MarkOf(step));
        }

        return null;
    }

    /// <summary>The end mark of a <c>bodyUntil</c> step.</summary>
    public static BodyMark MarkOf(StepDescription step) => new(Encoding.UTF8.GetBytes(step.Mark), step.Gap, step.After, step.Quiet, MaxOf(step));

    private static void Slot(ref FieldWriter writer, StepDescription step, Saying saying)
    {
        if (saying.Values.GetValueOrDefault(step.Field) is not string value)
        {
            if (step.Optional) return;
            throw new NotWritableException(step.Field, "is missing");
        }

        if (saying.Message.IsEnveloped)
        {
            Item(ref writer, step.Field, saying.Message.Field(step.Field)!.Kind, value);
            return;
        }

        var stop = Encoding.UTF8.GetBytes(step.Stop);
        // An empty rest leaves its space out too, so the two are written together.
        if (step is { Lead: true, Form: "rest" })
        {
            writer.NextRest(step.Field, value);
            return;
        }

        if (step.Lead || IsGlued(saying.Message, step, value)) writer.Space();
        if (step.Form == "rest") writer.Rest(step.Field, value);
        else if (step.Form == "quoted") writer.Quoted(step.Field, value, stop);
        else writer.Word(step.Field, value, stop);
    }

    // `G{Name}` with a type that writes itself: what it writes is not known here, but it would hardly make one word with the verb.
    private static bool IsGlued(MessageDescription message, StepDescription step, string value) =>
        step.Form == "rest" && value.Length > 0 && message.Field(step.Field)?.Kind == "parsed"
        && message.Match == "prefix" && char.IsLetterOrDigit(message.Verb[^1]) && message.Steps[1] == step;

    private static void Words(ref FieldWriter writer, StepDescription step, Saying saying)
    {
        var words = (IReadOnlyList<string>?)saying.Values.GetValueOrDefault(step.Field) ?? [];
        for (var index = 0; index < words.Count; index++)
        {
            if (saying.Message.IsEnveloped)
            {
                Item(ref writer, step.Field, saying.KindOf(step, index), words[index]);
                continue;
            }

            if (step.Lead || index > 0) writer.Space();
            // Of a group, the words that its record allows to stand in quotes.
            if (saying.FormOf(step, index) == "quoted") writer.Quoted(step.Field, words[index]);
            else writer.Word(step.Field, words[index]);
        }
    }

    private static void Item(ref FieldWriter writer, string field, string kind, string value) =>
        writer.Word(field, new Bytes(kind == "bytes" ? WrittenBytes.Of(value) : Encoding.UTF8.GetBytes(value)));

    private static long Max(MessageDescription message, string field) =>
        message.Steps.Where(step => step.Step == "body" && step.Field == field).Select(MaxOf).FirstOrDefault(-1);

    /// <summary>Bytes; -1 when the step sets no limit, however it says so.</summary>
    public static long MaxOf(StepDescription step) => step.Max > 0 ? step.Max : -1;
}
