using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting.Binary;

/// <summary>Bytes in one line, for the comments over emitted code: <c>kind:4=3 flags topic:u16+ [packet:u16] payload...</c>.</summary>
internal static class BinaryGrammar
{
    public static string Of(IEnumerable<Step> steps, IEnumerable<FieldModel> fields)
    {
        var line = CSharp.OneLine(CSharp.Join(steps.OfType<BinaryStep>().Select(step => Of(step)), " "));
        return line.Length == 0 ? "(nothing)" : line;
    }

    private static string Of(BinaryStep step)
    {
        var name = step.Field.Length > 0 ? CSharp.Camel(step.Field) : step is NumberStep { Name.Length: > 0 } header ? CSharp.Camel(header.Name) : "tag";
        var text = step switch
        {
            NumberStep number => $"{name}:{Form(number.Number)}" + (number.Expect is { } value ? "=" + CSharp.Number(value) : ""),
            BlockStep block => name + Extent(block.Extent, "") + (block.Expect is { } text2 ? "=" + CSharp.Text(text2) : ""),
            ItemsStep items => $"{Item(items.Item, name)}{Extent(items.Extent, "*")}",
            RecordStep record => $"{name}:{record.Record}",
            UnionStep union => step.Field.Length == 0 ? union.Union : $"{name}:{union.Union}",
            _ => name,
        };
        return step.When is null ? text : $"[{text}]";
    }

    private static string Item(BinaryStep item, string name) => item switch
    {
        RecordStep record => $"{name}:{record.Record}",
        UnionStep union => $"{name}:{union.Union}",
        NumberStep number => $"{name}:{Form(number.Number)}",
        BlockStep block => $"({name}{Extent(block.Extent, "")})",
        _ => name,
    };

    private static string Extent(ExtentModel extent, string repeat) => extent.Kind switch
    {
        ExtentKind.Prefixed => $":{Form(extent.Prefix!)}+{repeat}",
        ExtentKind.Fixed => $":{CSharp.Number(extent.Size)}{(repeat.Length > 0 ? "*" : "B")}",
        ExtentKind.Terminated => "..." + CSharp.Text(extent.End),
        _ => repeat + "...",
    };

    private static string Form(NumberModel number) => number.Form switch
    {
        NumberForm.Bits => CSharp.Number(number.Bits),
        NumberForm.VarInt => "varint",
        NumberForm.Digits => "digits" + CSharp.Text(number.End),
        _ => $"{(number.Signed ? "i" : "u")}{CSharp.Number(number.Bits)}{(number is { LittleEndian: true, Bits: > 8 } ? "le" : "")}",
    };
}
