using System;
using System.Text;

namespace ProtoKit.Generator.Emitting;

/// <summary>
/// Writes lines at the current depth. A member comes as one raw string; the writer moves it to the right, breaks what is too long, and leaves no
/// empty line next to a brace.
/// </summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;
    private bool gap;
    private bool opened = true;

    /// <summary>Writes every line of the block at the current depth.</summary>
    public void Write(string block)
    {
        foreach (var line in block.Replace("\r\n", "\n").Split('\n'))
        {
            if (line.Length == 0) gap = true;
            else foreach (var part in LineWrap.Break(line, 120 - (depth * 4))) Line(part);
        }
    }

    /// <summary>Writes lines that are one literal: as they are, at the left edge.</summary>
    public void Raw(string literal)
    {
        Separate(closing: false);
        text.Append(literal.Replace("\r\n", "\n")).Append('\n');
    }

    /// <summary>Writes an empty line, then the block: members stand apart.</summary>
    public void Member(string block)
    {
        gap = true;
        Write(block);
    }

    /// <summary>Writes a header and what <paramref name="inside"/> writes, in braces.</summary>
    public void Block(string header, Action inside)
    {
        Write(header);
        Write("{");
        opened = true;
        depth++;
        inside();
        depth--;
        gap = false;
        Write("}");
    }

    /// <summary>Writes an empty line, then the block.</summary>
    public void MemberBlock(string header, Action inside)
    {
        gap = true;
        Block(header, inside);
    }

    public override string ToString() => text.ToString();

    private void Line(string line)
    {
        Separate(line[0] == '}');
        text.Append(' ', depth * 4).Append(line).Append('\n');
    }

    private void Separate(bool closing)
    {
        if (gap && !opened && !closing) text.Append('\n');
        (gap, opened) = (false, false);
    }
}
