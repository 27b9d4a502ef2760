using System.Text;

namespace ProtoKit.Wire;

/// <summary>How far a value of an envelope's union reaches, told by its tag.</summary>
public readonly struct EnvelopeCase
{
    private EnvelopeCase(CaseForm form, char tag, WireNumber number = default, string end = "")
    {
        if (tag > byte.MaxValue) throw new ArgumentOutOfRangeException(nameof(tag));
        if (end.Length > 64) throw new ArgumentOutOfRangeException(nameof(end));
        (Form, Tag, Size, End) = (form, (byte)tag, number, Encoding.UTF8.GetBytes(end));
    }

    internal enum CaseForm : byte { None, Line, Block, List, Number }

    internal readonly CaseForm Form;

    internal readonly byte Tag;

    /// <summary>The number itself, the length of a block, or the count of a list.</summary>
    internal readonly WireNumber Size;

    /// <summary>What stands behind a line or a block.</summary>
    internal readonly byte[] End;

    /// <summary>The fewest bytes that such a value takes.</summary>
    internal int Least => 1 + (Form == CaseForm.Line ? End.Length : Size.Least);

    /// <summary>The most bytes of its tag and its number.</summary>
    internal int HeadRoom => Form == CaseForm.Line ? 1 : 1 + Size.Most;

    /// <summary>Text up to an end.</summary>
    public static EnvelopeCase Line(char tag, string end) => new(CaseForm.Line, tag, default, end);

    /// <summary>A length, as many bytes, and what stands behind them. The length -1 is null, with nothing behind it.</summary>
    public static EnvelopeCase Block(char tag, WireNumber length, string after) => new(CaseForm.Block, tag, length, after);

    /// <summary>A count and as many values of the union. The count -1 is null.</summary>
    public static EnvelopeCase List(char tag, WireNumber count) => new(CaseForm.List, tag, count);

    /// <summary>A number.</summary>
    public static EnvelopeCase Number(char tag, WireNumber number) => new(CaseForm.Number, tag, number);

    /// <summary>How many bytes the tag and this number take; -1 when it cannot be said. Text has no number.</summary>
    internal int HeadOf(long number) => Form == CaseForm.Line ? 1 : Size.SizeOf(number) is var size and > 0 ? 1 + size : -1;

    /// <summary>Writes the tag and the number.</summary>
    internal void WriteHead(Span<byte> into, long number)
    {
        into[0] = Tag;
        if (Form != CaseForm.Line) Size.Write(into[1..], number);
    }
}
