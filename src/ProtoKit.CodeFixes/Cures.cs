using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace ProtoKit.CodeFixes;

/// <summary>What is done about a diagnostic: no change, where its one cure does not fit the case.</summary>
internal sealed class Cure(string title, Func<Trouble, IEnumerable<TextChange>> changes)
{
    public string Title => title;

    public IEnumerable<TextChange> Changes(Trouble trouble) => changes(trouble);
}

/// <summary>The cures by id. A diagnostic that can be cured in two ways is left to whoever knows which is meant.</summary>
internal static class Cures
{
    public static IReadOnlyDictionary<string, Cure> All { get; } = new Dictionary<string, Cure>
    {
        ["PK0101"] = new("Make it a partial record", TypeChanges.MakePartialRecord),
        ["PK0104"] = new("Make it as accessible as the protocol", TypeChanges.MakeAccessible),
        ["PK0114"] = new("Make it a string", FieldChanges.MakeString),
        ["PK0121"] = new("Remove the character", TemplateChanges.Remove),
        ["PK0122"] = new("Remove the space", TemplateChanges.RemoveSpace),
        ["PK0125"] = new("Spell the field as it is declared", TemplateChanges.Respell),
        ["PK0126"] = new("Write what a template can say", TemplateChanges.CorrectPath),
        ["PK0129"] = new("Write a space between the fields", TemplateChanges.Part),
        ["PK0201"] = new("Use a type that a wire can carry", FieldTypeChanges.Replace),
        ["PK0203"] = new("Move the [Rest] field to the end", FieldChanges.MoveLastUnlessPlaced),
        ["PK0205"] = new("Move the list to the end", FieldChanges.MoveLastUnlessPlaced),
        ["PK0208"] = new("Drop the '?'", FieldTypeChanges.DropQuestionMark),
        ["PK0209"] = new("Move the body to the end", FieldChanges.MoveLast),
        ["PK0211"] = new("Add [BodyLength]", FieldChanges.AddBodyLength),
        ["PK0213"] = new("Use [BodyLength]", FieldChanges.UseBodyLength),
        ["PK0214"] = new("Make it an ordinary parameter", FieldChanges.RemoveModifiers),
        ["PK0215"] = new("Make it a string", FieldTypeChanges.BytesToString),
        ["PK0230"] = new("Make it a partial record", TypeChanges.MakeToken),
        ["PK0244"] = new("Add the '?'", FieldTypeChanges.AddQuestionMark),
        ["PK0301"] = new("Make it partial", TypeChanges.MakePartial),
        ["PK0302"] = new("Make it sealed", TypeChanges.MakeSealed),
        ["PK0303"] = new("Make it a sealed class", TypeChanges.MakeSealedClass),
        ["PK0304"] = new("Spell it as a name that can be typed", ValueChanges.Name),
        ["PK0307"] = new("Add [TextWire]", TypeChanges.AddTextWire),
        ["PK0310"] = new("Write the size with its unit", ValueChanges.Size),
        ["PK0311"] = new("Write the time with its unit", ValueChanges.Time),
        ["PK0401"] = new("Store a copy", LentChanges.Copy),
    };
}
