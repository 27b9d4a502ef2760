using System.Text.Json;

namespace ProtoKit.Host;

/// <summary>The program has no ProtoKit entry point that this host can call.</summary>
internal sealed class UnusableAppException(string code, string message) : Exception(message)
{
    /// <summary>Built, but no usable protocol in it.</summary>
    public const int Exit = 5;

    /// <summary>Says so to the tool, as the last line of the control stream.</summary>
    public async Task TellAsync(Stream control)
    {
        await using var json = new Utf8JsonWriter(control);
        json.WriteStartObject();
        json.WriteNumber("v", 1);
        json.WriteString("type", "error");
        json.WriteString("code", code);
        json.WriteString("message", Message);
        json.WriteNumber("exit", Exit);
        json.WriteEndObject();
        await json.FlushAsync();
        await control.WriteAsync("\n"u8.ToArray());
        await control.FlushAsync();
    }
}
