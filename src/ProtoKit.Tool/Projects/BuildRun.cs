using System.Diagnostics;
using System.Text.Json;

namespace ProtoKit.Tool.Projects;

/// <summary>One run of <c>dotnet build</c>, finished.</summary>
/// <param name="Answer">Null when it did not come as far as answering: a restore that failed is plain text.</param>
/// <param name="Text">Everything that it said besides the answer, for people.</param>
internal sealed record BuildRun(int Exit, BuildAnswer? Answer, string Text)
{
    public static async Task<BuildRun> OfAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        // The answer is the last thing on stdout, and begins a line. Warnings of a restore may stand before it.
        var at = output.StartsWith('{') ? 0 : output.LastIndexOf("\n{", StringComparison.Ordinal) + 1;
        var answer = at == 0 && !output.StartsWith('{') ? null : Parse(output[at..]);
        return new BuildRun(process.ExitCode, answer, (answer is null ? output : output[..at]) + await error);
    }

    private static BuildAnswer? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, BuildJson.Default.BuildAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
