using System.Security.Cryptography;
using ProtoKit;
using Xunit;

namespace Samples.Tests;

/// <summary>Large files go through in little memory. By itself, since it looks at the memory of the whole process.</summary>
[CollectionDefinition(nameof(LargeFileTests), DisableParallelization = true)]
[Collection(nameof(LargeFileTests))]
public sealed class LargeFileTests
{
    private const long MiB = 1 << 20;

    // In blocks: a stream that makes its bytes, so that the test holds no file either.
    private static readonly long Size = LongRun.IsOn ? 1024 * MiB : 64 * MiB;

    [Fact]
    public async Task A_large_file_goes_up_and_down_unchanged_in_little_memory()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new TestLibrary(OperatingSystem.IsLinux() ? By.Linux : By.Portable);
        await using var server = Serving.Start(Ftp.Service(() => new FileServer(folder.Files)));
        await using var client = await Ftp.Client.ConnectAsync(server.UrlOf(), new ClientOptions { Reply = TimeSpan.FromMinutes(10) }, cancel);
        var idle = Environment.WorkingSet;
        var most = 0L;
        using var watch = new Timer(_ => most = Math.Max(most, Environment.WorkingSet), null, 0, 20);

        using var sent = new CountedNoise(Size);
        await client.PutAsync(new("large"), Body.FromStream(sent, Size), cancel);
        using var received = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var data = (await client.GetAsync(new("large"), cancel)).Data;
        var room = new byte[64 * 1024];
        while (await data.ReadAsync(room, cancel) is > 0 and var count) received.AppendData(room, 0, count);

        Assert.Equal(sent.Hash(), received.GetHashAndReset());
        Assert.InRange(most - idle, long.MinValue, 64 * MiB);
    }

    // Bytes that repeat with a period of no power of two.
    private sealed class CountedNoise(long length) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] noise = TestLibrary.Bytes(1_000_003);
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public byte[] Hash() => hash.GetHashAndReset();

        public override int Read(byte[] buffer, int offset, int count)
        {
            var at = (int)(position % noise.Length);
            count = (int)Math.Min(Math.Min(count, length - position), noise.Length - at);
            noise.AsSpan(at, count).CopyTo(buffer.AsSpan(offset));
            hash.AppendData(noise, at, count);
            position += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
