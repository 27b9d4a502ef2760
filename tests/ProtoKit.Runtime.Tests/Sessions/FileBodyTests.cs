using Microsoft.Win32.SafeHandles;
using ProtoKit;

namespace RuntimeTests;

public sealed class FileBodyTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();
    private readonly byte[] content = new byte[600_000];

    public FileBodyTests()
    {
        new Random(1).NextBytes(content);
        File.WriteAllBytes(path, content);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task A_file_is_read_from_its_front_and_no_further_than_said()
    {
        await using var body = Body.FromFile(File.OpenHandle(path), 500_000);
        Assert.Equal(content[..500_000], await body.ToArrayAsync(cancel: Cancel));
        Assert.Equal(500_000, body.Length);
    }

    [Fact]
    public async Task A_stream_of_a_file_is_read_from_where_it_stands_and_disposed_with_its_body()
    {
        var stream = File.OpenRead(path);
        stream.ReadExactly(new byte[1000]);
        var body = Body.FromStream(stream);
        Assert.Equal(content.Length - 1000, body.Length);
        Assert.Equal(content[1000..], await body.ToArrayAsync(cancel: Cancel));
        await body.DisposeAsync();
        Assert.False(stream.CanRead);
    }

    [Theory]
    [InlineData("memory", 0), InlineData("memory", 4096), InlineData("memory", 600_000), InlineData("file", 600_000), InlineData("stream", 600_000)]
    public async Task Every_body_can_be_copied_to_a_file_at_an_offset(string kind, int size)
    {
        await using Body body = kind switch
        {
            "memory" => Body.Of(content.AsMemory(0, size)),
            "file" => Body.FromFile(File.OpenHandle(path), size),
            _ => Body.FromStream(new MemoryStream(content, 0, size)),
        };
        using var file = File.OpenHandle(path + ".copy", FileMode.Create, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        Assert.Equal(size, await body.CopyToAsync(file, offset: 7, Cancel));
        var copied = new byte[size];
        Assert.Equal(size, RandomAccess.Read(file, copied, 7));
        Assert.Equal(content[..size], copied);
        Assert.Equal(size == 0 ? 0 : size + 7, RandomAccess.GetLength(file));
    }

    [Fact]
    public async Task A_file_that_is_no_longer_open_cannot_be_read()
    {
        SafeFileHandle file = File.OpenHandle(path);
        var body = Body.FromFile(file, 10);
        await body.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await body.ReadAsync(new byte[10], Cancel));
    }
}
