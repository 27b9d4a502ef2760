using Xunit;

namespace Samples.Tests.Peers;

/// <summary>What tshark makes of a capture. A test that finds no tshark is skipped.</summary>
internal static class Dissection
{
    /// <summary>Takes every packet apart, and finds none that is malformed.</summary>
    /// <param name="capture">A capture file.</param>
    /// <param name="field">The field whose values are wanted, one line a packet that has it.</param>
    /// <param name="options">More for tshark.</param>
    public static async Task<string[]> OfAsync(byte[] capture, string field, params string[] options)
    {
        var file = Path.Combine(Path.GetTempPath(), $"pk-{Guid.NewGuid():N}.pcap");
        await File.WriteAllBytesAsync(file, capture);
        try
        {
            Assert.Equal("", await ForeignProgram.RunAsync("tshark", ["-r", file, .. options, "-Y", "_ws.malformed || _ws.expert.severity >= 6291456"]));
            var said = await ForeignProgram.RunAsync("tshark", ["-r", file, .. options, "-Y", field, "-T", "fields", "-e", field]);
            return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
