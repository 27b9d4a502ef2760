using System.Diagnostics.CodeAnalysis;
using System.Text;
using ProtoKit.Wire;

namespace ProtoKit;

/// <summary>
/// Bytes lent by the receive buffer: they hold until the handler that was given them returns. Keep them with <see cref="ToArray"/>.
/// Compares by content.
/// </summary>
/// <param name="memory">The bytes.</param>
public readonly struct Bytes(ReadOnlyMemory<byte> memory) : IEquatable<Bytes>
{
    /// <summary>The bytes, as memory.</summary>
    public ReadOnlyMemory<byte> Memory { get; } = memory;

    /// <summary>The bytes, as a span.</summary>
    public ReadOnlySpan<byte> Span => Memory.Span;

    /// <summary>How many bytes there are.</summary>
    public int Length => Memory.Length;

    /// <summary>Lends an array, which is not null: <c>none ? null : bytes</c> would otherwise be no null, but nothing to say.</summary>
    /// <exception cref="ArgumentNullException">There is no array. Say <c>(Bytes?)null</c>.</exception>
    public static implicit operator Bytes(byte[] bytes) => new(bytes ?? throw new ArgumentNullException(nameof(bytes)));

    /// <summary>The UTF-8 bytes of a text.</summary>
    public static Bytes Of(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Equal content.</summary>
    public static bool operator ==(Bytes left, Bytes right) => left.Equals(right);

    /// <summary>Different content.</summary>
    public static bool operator !=(Bytes left, Bytes right) => !left.Equals(right);

    /// <summary>A copy that is the caller's own.</summary>
    public byte[] ToArray() => Memory.ToArray();

    /// <inheritdoc/>
    public bool Equals(Bytes other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Bytes other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Span);
        return hash.ToHashCode();
    }

    /// <summary>The bytes as printable text, every other byte as <c>\xNN</c>.</summary>
    public override string ToString() => Printable.Of(Span);
}
