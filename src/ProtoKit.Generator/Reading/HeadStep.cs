using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>A step of a message's line, with the field it is for and the place to point at.</summary>
/// <param name="Field">Null for literal text.</param>
internal sealed record HeadStep(Step Step, FieldReading? Field, Location Place)
{
    /// <summary>How a message about the order speaks of it.</summary>
    public string Shown => Field?.Name ?? ((LiteralStep)Step).Text;

    public bool IsOption => Step is OptionStep or FlagStep;

    /// <summary>It takes as many words as there are.</summary>
    public bool IsList => Step is WordsStep or GroupsStep;

    public bool IsOptional => Step is SlotStep { Optional: true };

    /// <summary>The step for a field, as its kind is written on a line.</summary>
    public static HeadStep For(FieldReading field, bool lead, string stop, Location place)
    {
        Step step = field.Model.Kind switch
        {
            FieldKind.Lines => new CountStep(field.Name, lead, stop),
            FieldKind.Body => new LengthStep(field.Name, lead, stop),
            FieldKind.Words => new WordsStep(field.Name, lead),
            FieldKind.Groups => new GroupsStep(field.Name, field.Model.Item!, lead),
            FieldKind.Bool when field.Option is { } flag && !field.Model.Nullable => new FlagStep(field.Name, flag.Word),
            _ when field.Option is { } option => new OptionStep(field.Name, field.Form, option.Word),
            _ => new SlotStep(field.Name, field.Form, lead, field.Model.Nullable && !field.IsItem, stop) { MayBeNull = field.Model.Nullable && field.IsItem },
        };
        return new(step, field, place);
    }
}
