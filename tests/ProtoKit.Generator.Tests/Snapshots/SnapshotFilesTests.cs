using System.Reflection;

namespace ProtoKit.Generator.Tests.Snapshots;

public sealed class SnapshotFilesTests
{
    [Fact]
    public void Every_verified_file_belongs_to_a_test()
    {
        var tests = typeof(SnapshotFilesTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null).Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet();

        Assert.All(Directory.GetFiles(Snapshot.Folder, "*.verified.cs"), path => Assert.Contains(Path.GetFileName(path).Split('#')[0], tests));
    }
}
