using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtoKit.Tool.Serving;

/// <summary>A file that is there, whole, exactly while every listener accepts.</summary>
internal sealed class ReadyFile : IDisposable
{
    private readonly string path;

    /// <summary>Removes what an earlier server left there.</summary>
    public ReadyFile(string path)
    {
        this.path = path;
        File.Delete(path);
    }

    public void Write(long pid, IReadOnlyList<ListenEntry> listeners)
    {
        var temporary = $"{path}.{Environment.ProcessId}";
        File.WriteAllText(temporary, JsonSerializer.Serialize(new ReadyDocument(1, "ready", pid, listeners), ReadyJson.Default.ReadyDocument) + "\n");
        File.Move(temporary, path, overwrite: true);
    }

    public void Dispose() => File.Delete(path);
}

internal sealed record ReadyDocument(int V, string Type, long Pid, IReadOnlyList<ListenEntry> Listening);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReadyDocument))]
internal sealed partial class ReadyJson : JsonSerializerContext;
