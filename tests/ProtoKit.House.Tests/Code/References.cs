using Microsoft.CodeAnalysis;

namespace ProtoKit.House.Tests.Code;

/// <summary>What the projects compile against.</summary>
internal static class References
{
    /// <summary>The framework, without anything of ours and without the test packages.</summary>
    public static IReadOnlyList<MetadataReference> Framework { get; } = Trusted(name =>
        !name.StartsWith("ProtoKit", StringComparison.Ordinal) && !name.StartsWith("xunit", StringComparison.Ordinal) && !IsRoslyn(name));

    /// <summary>The framework and Roslyn: what the generator sees.</summary>
    public static IReadOnlyList<MetadataReference> Roslyn { get; } = [.. Framework, .. Trusted(IsRoslyn)];

    /// <summary>The framework and the runtime library: what a user's project sees.</summary>
    public static IReadOnlyList<MetadataReference> Runtime { get; } =
        [.. Framework, MetadataReference.CreateFromFile(typeof(ProtocolAttribute).Assembly.Location)];

    private static bool IsRoslyn(string name) => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    private static MetadataReference[] Trusted(Func<string, bool> wanted) =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => wanted(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path))];
}
