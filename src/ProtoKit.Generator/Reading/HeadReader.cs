using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Lowers a template and its fields to the steps of the message's line.</summary>
internal sealed class HeadReader
{
    private readonly ProtocolScope scope;
    private readonly string message;
    private readonly Template template;
    private readonly IReadOnlyList<FieldReading> fields;
    private readonly List<HeadStep> steps = [];
    private bool broken;

    private HeadReader(ProtocolScope scope, string message, Template template, IReadOnlyList<FieldReading> fields)
    {
        this.scope = scope;
        this.message = message;
        this.template = template;
        this.fields = fields;
    }

    /// <summary>Null, after reports, when the fields do not fit the template.</summary>
    public static IReadOnlyList<HeadStep>? Read(ProtocolScope scope, string message, Template template, IReadOnlyList<FieldReading> fields)
    {
        var reader = new HeadReader(scope, message, template, fields);
        if (template.HasHoles) reader.ReadHoles();
        else reader.ReadInOrder();
        if (reader.broken || !OptionRules.Check(scope, message, fields)) return null;
        return HeadOrder.Check(scope, reader.steps) && OptionOrder.Check(scope, reader.steps) ? reader.steps : null;
    }

    private void ReadInOrder()
    {
        foreach (var piece in template.Pieces) steps.Add(new(new LiteralStep(piece.Text), null, template.At(piece)));
        // What is always in its place comes first: a body's length too, although a body is the last field.
        foreach (var field in fields.OrderBy(field => field.IsOption))
        {
            if (field.IsOffLine) continue;
            if (field is { Model.Kind: FieldKind.Body, End: BodyEnd.Unsaid })
                Report(field.Place, FieldProblems.EndlessBody, field.Name, scope.Wire.Kind == WireKind.Unframed ? " or [BodyUntil]" : "");
            else steps.Add(HeadStep.For(field, lead: steps.Count > 0, stop: "", field.Place));
        }
    }

    private void ReadHoles()
    {
        var lead = false;
        for (var i = 0; i < template.Pieces.Count; i++)
        {
            var piece = template.Pieces[i];
            if (piece.IsHole)
            {
                if (Resolve(piece) is { } field) Add(field, piece, lead, Stop(i + 1));
                lead = false;
                continue;
            }

            var text = Text(i);
            lead = text.Length < piece.Text.Length;
            if (text.Length > 0) steps.Add(new(new LiteralStep(text), null, template.At(piece.Start, piece.Length - (lead ? 1 : 0))));
        }

        if (broken) return;
        foreach (var option in fields.Where(field => field.IsOption))
            Report(option.Option!.Value.Role.Place, OptionProblems.InTemplate, option.Name, message);
        if (broken) return;
        foreach (var field in fields.Where(field => !field.IsOffLine && steps.All(step => step.Field != field)))
            Report(field.Place, TemplateProblems.LeftOut, field.Name, message, Path(field));
    }

    /// <summary>A literal without the one space before a hole, which is the hole's own: it is absent when the field is.</summary>
    private string Text(int index)
    {
        var text = template.Pieces[index].Text;
        var leads = index + 1 < template.Pieces.Count && text[text.Length - 1] == ' ';
        return leads ? text.Substring(0, text.Length - 1) : text;
    }

    /// <summary>The literal that ends a field; empty when a space or the end of the line does.</summary>
    private string Stop(int next)
    {
        if (next >= template.Pieces.Count || template.Pieces[next].IsHole) return "";
        var text = Text(next);
        return text.Length == 0 || text[0] == ' ' ? "" : text;
    }

    private void Add(FieldReading field, TemplatePiece piece, bool lead, string stop)
    {
        var place = template.At(piece);
        if (steps.Any(step => step.Field == field)) Report(place, TemplateProblems.UsedTwice, field.Name);
        else if (!lead && steps.Count > 0 && steps[steps.Count - 1].Field is { } before)
            Report(place, TemplateProblems.NothingBetween, before.Name, field.Name);
        else steps.Add(HeadStep.For(field, lead, stop, place));
    }

    private FieldReading? Resolve(TemplatePiece hole)
    {
        var dot = hole.Text.IndexOf('.');
        var name = dot < 0 ? hole.Text : hole.Text.Substring(0, dot);
        var field = fields.FirstOrDefault(field => field.Name == name);
        if (field is null)
            Report(name.Length == 0 ? template.At(hole) : template.At(hole.Start + 1, name.Length), TemplateProblems.UnknownField, message, name);
        else if (hole.Text != Path(field)) Report(template.Inside(hole), TemplateProblems.WrongPath, "{" + hole.Text + "}", Path(field));
        else if (field.IsOffLine) Report(template.Inside(hole), FieldProblems.Contradiction, field.Name, "an end mark", "{" + hole.Text + "}");
        else return field;
        return null;
    }

    /// <summary>What stands in braces for the field.</summary>
    private static string Path(FieldReading field) => field.Model.Kind switch
    {
        FieldKind.Lines => field.Name + ".Count",
        FieldKind.Body => field.Name + ".Length",
        _ => field.Name,
    };

    private void Report(Location place, DiagnosticDescriptor descriptor, params string[] arguments)
    {
        broken = true;
        scope.Report(place, descriptor, arguments);
    }
}
