using ProtoKit.Sessions;
using Samples;
using Samples.Redis;

namespace ProtoKit.Worker;

/// <summary>Everything that the tests serve, made the same way in a test's process and in a worker's.</summary>
/// <param name="open">Opens the file library, when somebody wants it.</param>
/// <param name="reply">What echo-classic answers.</param>
public sealed class Workbench(Func<FileLibrary> open, string reply)
{
    private readonly Lazy<FileLibrary> files = new(open);
    private readonly (Keyspace Keys, Channels Channels, ClientRoll Roll) redis = (new(), new(), new());

    public IReadOnlyList<ProtocolService> Services =>
    [
        Ftp.Service(() => new FileServer(files.Value)),
        FtpClassic.Service(() => new ClassicFileServer(files.Value)),
        Echo.Service(() => new EchoServer()),
        EchoClassic.Service(() => new ClassicEchoServer(Enum.Parse<ClassicReply>(reply))),
        Desk.Service(() => new DeskServer()),
        Redis.Service(() => new RedisServer(redis.Keys, redis.Channels, redis.Roll)),
    ];

    /// <summary>The service of this protocol.</summary>
    public ProtocolService Named(string protocol) => Services.First(service => service.Name == protocol);
}
