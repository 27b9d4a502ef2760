using System.IO.Pipelines;
using ProtoKit;
using ProtoKit.Sessions;

namespace Samples.Tests;

/// <summary>A sample's server, as it stands before the first command, again and again.</summary>
internal abstract class Stage : IDisposable
{
    public static IReadOnlyList<string> Samples { get; } = ["ftp", "echo", "redis", "mqtt", "modbus", "modbus-rtu"];

    public static Stage Of(string sample) => sample switch
    {
        "ftp" => new FtpStage(),
        "redis" => new RedisStage(),
        "mqtt" => new Messaging.MqttStage(),
        "modbus" => new Devices.ModbusStage(),
        "modbus-rtu" => new Devices.ModbusRtuStage(),
        _ => new EchoStage(),
    };

    public abstract ProtocolService Service { get; }

    public Task<ConversationEnd> ServeAsync(IDuplexPipe connection) => Service.ServeAsync(connection, new ConversationOptions());

    /// <summary>Puts everything back to where it was; throws when the last conversation left something behind that it should not have.</summary>
    /// <param name="answer">What the conversation answered.</param>
    public virtual void Reset(ReadOnlySpan<byte> answer)
    {
    }

    public virtual void Dispose()
    {
    }

    private sealed class EchoStage : Stage
    {
        public override ProtocolService Service { get; } = Echo.Service(() => new EchoServer());
    }

    // Every conversation of Redis begins by deleting all that the last one left.
    private sealed class RedisStage : Stage
    {
        public override ProtocolService Service { get; } = Redis.Tests.RedisServing.Service();
    }

    private sealed class FtpStage : Stage
    {
        private readonly FreshLibrary library = new();

        public FtpStage() => Service = Ftp.Service(() => new FileServer(library.Files));

        public override ProtocolService Service { get; }

        public override void Reset(ReadOnlySpan<byte> answer) => library.EmptyAfter(answer);

        public override void Dispose() => library.Dispose();
    }
}
