using System.Diagnostics;
using ProtoKit;
using Xunit;

namespace Samples.Tests;

/// <summary>A library in a folder of its own, with a secret beside it; both go away with it.</summary>
internal sealed class TestLibrary : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("protokit-files-").FullName;

    public TestLibrary(By by, bool overwrite = false, string? mount = null, Func<ILibraryDirectory, ILibraryDirectory>? wrap = null)
    {
        Assert.SkipUnless(by == By.Portable || OperatingSystem.IsLinux(), "only Linux has openat2");
        Root = Path.Combine(folder, "library");
        Directory.CreateDirectory(Root);
        File.WriteAllText(Secret, "secret");
        Mount = mount is null ? null : new TemporaryMount(Root, mount);
        var directory = Open(by);
        Files = new FileLibrary(wrap?.Invoke(directory) ?? directory, overwrite);
    }

    public FileLibrary Files { get; }

    public TemporaryMount? Mount { get; }

    public string Root { get; }

    public string Secret => Path.Combine(folder, "secret");

    /// <summary>Every name in the folder, temporaries too.</summary>
    public IEnumerable<string?> NamesOnDisk => Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName);

    public IEnumerable<string> Listed => Files.Entries().Select(file => file.Name);

    public static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    public string PathOf(string name) => Path.Combine(Root, name);

    public ILibraryDirectory Open(By by) => by == By.Portable
        ? new PortableDirectory(Root)
        : LinuxDirectory.TryOpen(Root) ?? throw new PlatformNotSupportedException("no openat2");

    /// <summary>Swaps two names as fast as it goes, as an attacker would.</summary>
    public void SwapUntil(CancellationToken stop, string one, string other)
    {
        while (!stop.IsCancellationRequested)
            Posix.Swap(PathOf(one), PathOf(other));
    }

    public Task SaveAsync(string name, byte[] data) => SaveAsync(name, Body.Of(data));

    public Task SaveAsync(string name, Body data) => Files.SaveAsync(name, data, TestContext.Current.CancellationToken).AsTask();

    public async Task<byte[]> ReadAsync(string name)
    {
        await using var body = Files.OpenRead(name);
        return await ReadAsync(body);
    }

    public static async Task<byte[]> ReadAsync(Body body)
    {
        var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    /// <summary>The kind of fault that the save ends with.</summary>
    public async Task<FaultKind> RefusalAsync(string name, Body data) =>
        (await Assert.ThrowsAsync<ProtocolFault>(() => SaveAsync(name, data))).Kind;

    /// <summary>The kind of fault that opening ends with.</summary>
    public FaultKind Refusal(string name) => Assert.Throws<ProtocolFault>(() => Files.OpenRead(name)).Kind;

    public void Dispose()
    {
        Mount?.Dispose();
        // .NET cannot delete a file whose name is not UTF-8.
        if (OperatingSystem.IsWindows())
            Directory.Delete(folder, recursive: true);
        else
            Process.Start("rm", ["-rf", folder]).WaitForExit();
    }
}
