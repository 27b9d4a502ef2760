using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>How a body ends, as far as its attributes say.</summary>
internal enum BodyEnd { Unsaid, Length, Mark }

/// <summary>A field's model with what lowering needs to know about its attributes, and with its places.</summary>
/// <param name="Place">The parameter's name.</param>
/// <param name="Until">The line that ends a list.</param>
/// <param name="Mark">The step of a body that ends by a mark.</param>
/// <param name="File">The attribute that names the file's field.</param>
/// <param name="Option">The attribute that makes it an option or a flag, and the word that it says.</param>
/// <param name="Excludes">The attribute that says which options cannot be there too.</param>
internal sealed record FieldReading(
    FieldModel Model,
    Location Place,
    SlotForm Form = SlotForm.Word,
    string? Until = null,
    BodyEnd End = BodyEnd.Unsaid,
    long Max = -1,
    BodyUntilStep? Mark = null,
    AppliedAttribute? File = null,
    (AppliedAttribute Role, string Word)? Option = null,
    AppliedAttribute? Excludes = null)
{
    public string Name => Model.Name;

    /// <summary>What follows the line: a body or lines.</summary>
    public bool IsTail => Model.Kind is FieldKind.Body or FieldKind.Lines;

    public bool IsOption => Option is not null;

    /// <summary>It is an item of an enveloped answer, of which null is one too.</summary>
    public bool IsItem { get; init; }

    /// <summary>Nothing of it stands on the line.</summary>
    public bool IsOffLine => End == BodyEnd.Mark || Until is not null;
}
