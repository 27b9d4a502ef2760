namespace ProtoKit.Tool.Projects;

/// <summary>How a PATH is to be built.</summary>
/// <param name="NoBuild">Take what the last build left.</param>
/// <param name="Quiet">Say nothing about a build that works.</param>
internal sealed record BuildSettings(string Configuration, bool NoBuild, bool Quiet);
