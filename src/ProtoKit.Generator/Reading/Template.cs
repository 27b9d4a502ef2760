using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ProtoKit.Generator.Reading;

/// <summary>A piece of a template: literal text, or a hole with the path inside its braces.</summary>
/// <param name="Text">The literal without escapes, or the path.</param>
/// <param name="Start">Where the piece, with its braces, begins in the template.</param>
/// <param name="Length">How many characters of the template it takes.</param>
internal sealed record TemplatePiece(bool IsHole, string Text, int Start, int Length);

/// <summary>A template in pieces, with the place of each in the source.</summary>
internal sealed class Template(string text, LiteralPlaces places, IReadOnlyList<TemplatePiece> pieces)
{
    public string Text { get; } = text;

    public IReadOnlyList<TemplatePiece> Pieces { get; } = pieces;

    public bool HasHoles { get; } = pieces.Any(piece => piece.IsHole);

    public Location At(int start, int length) => places.At(start, length);

    public Location At(TemplatePiece piece) => places.At(piece.Start, piece.Length);

    /// <summary>The path inside the braces, without them.</summary>
    public Location Inside(TemplatePiece hole) => places.At(hole.Start + 1, hole.Length - 2);
}
