namespace ProtoKit.Tool.Serving;

/// <summary>Standard input as something that is only waited for.</summary>
internal static class StandardInput
{
    /// <summary>Completes with the first end of a line, or with the end of the input. Reading it cannot be given up; the thread goes with the process.</summary>
    public static Task LineOrEndAsync(Stream input) => Task.Factory.StartNew(() => Skip(input), TaskCreationOptions.LongRunning);

    private static void Skip(Stream input)
    {
        try
        {
            while (input.ReadByte() is not (-1 or '\n'))
            {
            }
        }
        catch (IOException)
        {
            // What cannot be read has ended.
        }
    }
}
