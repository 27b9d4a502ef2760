namespace ProtoKit.Tool.Answering;

/// <summary>What became of a body that was received.</summary>
/// <param name="File">Where it was saved; null when it went to stdout, or is kept here.</param>
/// <param name="Kept">The bytes themselves, when a JSON document is to hold them.</param>
internal sealed record ReceivedBytes(string? File, long Count, ReadOnlyMemory<byte>? Kept);
