using System.Text.Json;
using ProtoKit.Sessions;
using ProtoKit.Transports;

namespace ProtoKit.Hosting;

/// <summary>Writes what happens to the control stream, one JSON object a line.</summary>
internal sealed class ControlEvents(Stream control)
{
    /// <summary>How many lines wait for the tool before those it can do without are dropped.</summary>
    public const int Bound = 4096;

    private readonly ControlQueue queue = new(control, Bound, Dropped);

    /// <summary>Waits until the tool has been told everything, but no longer than this.</summary>
    public Task FlushAsync(TimeSpan patience) => queue.FlushAsync(patience);

    public void Listening(string protocol, Endpoint endpoint, string model) => Write("listening", json =>
    {
        json.WriteString("protocol", protocol);
        json.WriteString("url", endpoint.ToString());
        json.WriteString("model", model);
    });

    public void Ready() => Write("ready", json => json.WriteNumber("pid", Environment.ProcessId));

    public void Opened(long connection, string protocol, string remote) => Write("open", json =>
    {
        json.WriteNumber("conn", connection);
        json.WriteString("at", DateTimeOffset.UtcNow);
        json.WriteString("remote", remote);
        json.WriteString("protocol", protocol);
    });

    public void Handled(long connection, string command, FaultKind refusal) => Write("message", json =>
    {
        json.WriteNumber("conn", connection);
        json.WriteString("at", DateTimeOffset.UtcNow);
        json.WriteString("dir", "in");
        if (command.Length > 0) json.WriteString("name", command);
        if (refusal != FaultKind.None) json.WriteString("fault", FaultCode.Of(refusal));
    });

    public void Closed(long connection, ConversationEnd end, TimeSpan lasted, long received, long sent, long messages) => Write("close", json =>
    {
        json.WriteNumber("conn", connection);
        json.WriteString("at", DateTimeOffset.UtcNow);
        json.WriteString("reason", end.Token);
        json.WriteNumber("durationMs", (long)lasted.TotalMilliseconds);
        json.WriteNumber("in", received);
        json.WriteNumber("out", sent);
        json.WriteNumber("messages", messages);
    });

    public void Connections(IEnumerable<(long Conn, string Protocol, string Remote, long Seconds, long Commands)> connections) => Write("connections", json =>
    {
        json.WriteStartArray("connections");
        foreach (var (conn, protocol, remote, seconds, commands) in connections)
        {
            json.WriteStartObject();
            json.WriteNumber("conn", conn);
            json.WriteString("protocol", protocol);
            json.WriteString("remote", remote);
            json.WriteNumber("seconds", seconds);
            json.WriteNumber("commands", commands);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public void Log(string level, string message) => Write("log", json =>
    {
        json.WriteString("level", level);
        json.WriteString("message", message);
    });

    public void Error(ServeFailure failure) => Write("error", json =>
    {
        json.WriteString("code", failure.Code);
        json.WriteString("message", failure.Message);
        json.WriteStartArray("facts");
        foreach (var fact in failure.Facts) json.WriteStringValue(fact);
        json.WriteEndArray();
        json.WriteString("try", failure.Try);
        if (failure.Endpoint is { } endpoint) json.WriteString("url", endpoint.ToString());
        json.WriteNumber("exit", failure.Exit);
    });

    public void Stopped(bool drained, int exit) => Write("stopped", json =>
    {
        json.WriteBoolean("drained", drained);
        json.WriteNumber("exit", exit);
    });

    private static byte[] Dropped(int lines) => Line("log", json =>
    {
        json.WriteString("level", "warning");
        json.WriteString("message", $"{lines} events were dropped: they came faster than they were read");
    });

    private void Write(string type, Action<Utf8JsonWriter> members) => queue.Add(Line(type, members), keep: type is not ("open" or "message" or "close" or "log"));

    private static byte[] Line(string type, Action<Utf8JsonWriter> members)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("type", type);
            members(json);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }
}
