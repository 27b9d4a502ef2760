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
        var width = 120 - (depth * 4);
        foreach (var line in block.Replace("\r\n", "\n").Split('\n'))
        {
            if (line.Length == 0) gap = true;
            else if (line.Length <= width) Line(line);
            else foreach (var part in LineWrap.Break(line, width)) Line(part);
        }
    }

    /// <summary>Writes the lines of a raw literal: moved to the right like all others, but never broken.</summary>
    public void Raw(string literal)
    {
        foreach (var line in literal.Split('\n')) Line(line);
    }

    /// <summary>Leaves an empty line before what comes next, if anything does.</summary>
    public void Gap() => gap = true;

    /// <summary>Writes an empty line, then the block: members stand apart.</summary>
    public void Member(string block)
    {
        gap = true;
        Write(block);
    }

    /// <summary>Writes a header and what <paramref name="inside"/> writes, in braces.</summary>
    /// <param name="header">What stands before the braces.</param>
    /// <param name="inside">Writes what stands in them.</param>
    /// <param name="end">What stands right behind them.</param>
    public void Block(string header, Action inside, string end = "")
    {
        Write(header);
        Write("{");
        opened = true;
        depth++;
        inside();
        depth--;
        gap = false;
        Write("}" + end);
    }

    /// <summary>Writes an empty line, then the block as <see cref="Block"/> does.</summary>
    public void MemberBlock(string header, Action inside, string end = "")
    {
        gap = true;
        Block(header, inside, end);
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
