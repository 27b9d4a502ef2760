using Microsoft.CodeAnalysis;

namespace ProtoKit.Generator.Tests;

/// <summary>What a user's project references: the framework and the runtime library.</summary>
internal static class References
{
    public static readonly IReadOnlyList<MetadataReference> Framework = Load(name => !name.StartsWith("ProtoKit", StringComparison.Ordinal)
        && !name.StartsWith("xunit", StringComparison.Ordinal) && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

    public static readonly MetadataReference Runtime = MetadataReference.CreateFromFile(typeof(ProtocolAttribute).Assembly.Location);

    public static readonly IReadOnlyList<MetadataReference> All = [.. Framework, Runtime];

    private static List<MetadataReference> Load(Func<string, bool> wanted) =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => wanted(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path))];
}
