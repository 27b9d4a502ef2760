using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>A group of words: the methods that read and write one, and the loops over a list of them.</summary>
internal static class GroupEmitter
{
    private const string Lead = "lead";

    /// <summary>The part is made of words, not of bytes.</summary>
    public static bool IsGroup(PartModel part) => part.Steps.All(step => step is SlotStep);

    public static void Emit(CodeWriter w, Spelling spelling, PartModel part)
    {
        Reader(w, spelling, part);
        Writer(w, spelling, part);
    }

    /// <summary>Takes as many groups as there are.</summary>
    /// <param name="w">Where to.</param>
    /// <param name="spelling">How things are named.</param>
    /// <param name="field">The list.</param>
    /// <param name="step">Its step.</param>
    /// <param name="list">The list's local variable.</param>
    /// <param name="until">What ends the list before the end of the line, as a condition behind another.</param>
    /// <param name="mostWords">The words that the wire allows for it; null when it allows any.</param>
    public static void Read(CodeWriter w, Spelling spelling, FieldModel field, GroupsStep step, string list, string until, int? mostWords)
    {
        var part = spelling.Part(step.Record);
        var shown = CSharp.Text(CSharp.Camel(field.Name));
        var lead = !NeedsLead(spelling, part) ? "" : step.Lead ? $", {Lead}: true" : $", {Lead}: {list}.Count > 0";
        w.Write($"var {list} = new List<{spelling.Nested(part.Name)}>();");
        w.Block($"while (fields.CanCut{until})", () =>
        {
            w.Write($"{list}.Add(Read{part.Name}(ref fields{lead}));");
            if (mostWords is { } most) w.Write($"if ({list}.Count > {CSharp.Number(most / part.Fields.Count)}) fields.TooMany({shown}, {CSharp.Number(most)});");
        });
        w.Gap();
        if (RuleEmitter.ReadCount(field, list) is { Length: > 0 } count) w.Write(count);
    }

    /// <summary>Writes them all.</summary>
    public static void Write(CodeWriter w, Spelling spelling, GroupsStep step, string list)
    {
        var part = spelling.Part(step.Record);
        var lead = !NeedsLead(spelling, part) ? "" : step.Lead ? $", {Lead}: true" : $", {Lead}: index > 0";
        w.Block($"for (var index = 0; index < {list}.Count; index++)", () => w.Write($"Write{part.Name}(ref writer, {list}[index]{lead});"));
        w.Gap();
    }

    private static void Reader(CodeWriter w, Spelling spelling, PartModel part)
    {
        var type = spelling.Nested(part.Name);
        var locals = new Locals(part.Fields.Select(field => field.Name), "fields", Lead);
        w.MemberBlock($"""
            // {Grammar.Of(part)}
            private static {type} Read{part.Name}(ref FieldReader fields{LeadParameter(spelling, part)})
            """, () =>
        {
            var first = NeedsLead(spelling, part);
            foreach (var slot in part.Steps.OfType<SlotStep>())
            {
                var field = part.Fields.First(field => field.Name == slot.Field);
                if (first) w.Write($"if (!{Lead}) {ReadEmitter.Cut(slot.Form, slot.Field, lead: false, stop: "")}\nelse {ReadEmitter.Cut(slot.Form, slot.Field, lead: true, stop: "")}");
                else w.Write(ReadEmitter.Cut(slot.Form, slot.Field, lead: true, stop: ""));
                // The list outlives the receive buffer.
                w.Write($"var {locals[field.Name]} = {ReadEmitter.Value(spelling, field.Kind, field.Type, field.Name, copied: true)};");
                if (RuleEmitter.Read(spelling, field, locals[field.Name]) is { Length: > 0 } rules) w.Write(rules);
                first = false;
            }

            var made = $"new {type}({CSharp.Join(part.Fields.Select(field => locals[field.Name]))})";
            w.Write($"return fields.Succeeded ? {made} : {(part.IsValueType ? "default" : "null!")};");
        });
    }

    private static void Writer(CodeWriter w, Spelling spelling, PartModel part) => w.MemberBlock(
        $"private static void Write{part.Name}(ref FieldWriter writer, in {spelling.Nested(part.Name)} group{LeadParameter(spelling, part)})",
        () =>
        {
            var first = NeedsLead(spelling, part);
            foreach (var slot in part.Steps.OfType<SlotStep>())
            {
                var field = part.Fields.First(field => field.Name == slot.Field);
                var member = "group." + CSharp.Name(field.Name);
                if (RuleEmitter.Write(spelling, field, member) is { Length: > 0 } rules) w.Write(rules);
                w.Write($"{(first ? $"if ({Lead}) " : "")}writer.Space();\n{WriteEmitter.Value(spelling, field.Kind, field.Type, field.Name, member, slot)}");
                first = false;
            }
        });

    // Only where some list of these stands first on its line does the first word have no space before it.
    private static bool NeedsLead(Spelling spelling, PartModel part) =>
        spelling.Protocol.Messages.Any(message => message.Steps.Any(step => step is GroupsStep { Lead: false } groups && groups.Record == part.Name));

    private static string LeadParameter(Spelling spelling, PartModel part) => NeedsLead(spelling, part) ? $", bool {Lead}" : "";
}
