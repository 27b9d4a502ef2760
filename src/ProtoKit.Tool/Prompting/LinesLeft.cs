namespace ProtoKit.Tool.Prompting;

/// <summary>Lines that were not said.</summary>
/// <param name="Count">Without empty ones and comments, which never are.</param>
/// <param name="IsAll">False: there may be more than these.</param>
internal readonly record struct LinesLeft(int Count, bool IsAll);
