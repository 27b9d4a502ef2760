namespace ProtoKit.Tool.Benching.Target;

/// <summary>A file that tells of a process, which may end at any moment.</summary>
internal static class ProcessFile
{
    /// <summary>Its lines; none when the process is gone, or is another user's.</summary>
    public static string[] Lines(int pid, string name)
    {
        try
        {
            return File.ReadAllLines($"/proc/{pid}/{name}");
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
