namespace ProtoKit.Hosting;

/// <summary>What the tool says while it is served.</summary>
/// <param name="lines">The control stream.</param>
/// <param name="list">Answers the question for the connections, which is not for who waits for the end.</param>
internal sealed class ControlWords(StreamReader lines, Action list)
{
    /// <summary><c>stop</c> or <c>abort</c>; null: the tool is gone, and a tool that is gone leaves no server behind.</summary>
    public async Task<string?> NextAsync()
    {
        try
        {
            while (await lines.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                if (line.Contains("\"abort\"", StringComparison.Ordinal)) return "abort";
                if (!line.Contains("\"connections\"", StringComparison.Ordinal)) return "stop";
                list();
            }

            return null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
