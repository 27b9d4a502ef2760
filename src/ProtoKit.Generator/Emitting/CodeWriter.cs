using System;
using System.Text;

namespace ProtoKit.Generator.Emitting;

/// <summary>Writes lines at the current depth. A member comes as one raw string; the writer only moves it to the right.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Writes every line of the block at the current depth.</summary>
    public void Write(string block)
    {
        foreach (var line in block.Replace("\r\n", "\n").Split('\n'))
        {
            if (line.Length > 0) text.Append(' ', depth * 4).Append(line);
            text.Append('\n');
        }
    }

    /// <summary>Writes an empty line, then the block: members stand apart.</summary>
    public void Member(string block)
    {
        text.Append('\n');
        Write(block);
    }

    /// <summary>Writes a header and what <paramref name="inside"/> writes, in braces.</summary>
    public void Block(string header, Action inside)
    {
        Write(header);
        Write("{");
        depth++;
        inside();
        depth--;
        Write("}");
    }

    /// <summary>Writes an empty line, then the block.</summary>
    public void MemberBlock(string header, Action inside)
    {
        text.Append('\n');
        Block(header, inside);
    }

    public override string ToString() => text.ToString();
}
