using System.Text.Json;

namespace ProtoKit.Concurrency.Process;

/// <summary>One packet between a server and a worker process. Which members count depends on the word.</summary>
internal sealed record WorkerMessage
{
    // To the worker.
    public const string Hello = "hello", Serve = "serve", Listen = "listen", Start = "start", Stop = "stop", Abort = "abort";

    // To the server.
    public const string Ready = "ready", Opened = "opened", Handled = "handled", Failed = "failed", Ended = "ended", Stopped = "stopped", Warned = "warned";

    public required string Word { get; init; }

    /// <summary>What the worker needs to make its services, when it is not its program that makes them.</summary>
    public string? Order { get; init; }

    public string? Protocol { get; init; }

    public string? Url { get; init; }

    public ConcurrencyModel Model { get; init; }

    public Limits? Limits { get; init; }

    /// <summary>The server wants to hear of every command.</summary>
    public bool Commands { get; init; }

    public long Connection { get; init; }

    public string? Remote { get; init; }

    public FaultKind Fault { get; init; }

    /// <summary>A command, the word for an end, or what failed.</summary>
    public string? Text { get; init; }

    public long Received { get; init; }

    public long Sent { get; init; }

    /// <summary>Connections that had to be broken off.</summary>
    public int Broken { get; init; }

    public TimeSpan Drain { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, WorkerJson.Default.WorkerMessage);

    public static WorkerMessage Of(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, WorkerJson.Default.WorkerMessage)!;
}
