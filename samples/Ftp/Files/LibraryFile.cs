namespace Samples;

/// <summary>One whole file of a library, as a listing shows it; <paramref name="Size"/> is in bytes.</summary>
public readonly record struct LibraryFile(string Name, long Size);
