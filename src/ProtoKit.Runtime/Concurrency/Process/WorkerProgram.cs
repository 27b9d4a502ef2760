namespace ProtoKit;

/// <summary>
/// The program that runs as a worker process. It has to call <c>ProtocolWorker.ServeAsync</c> before anything else; unless said otherwise it is this
/// very program, with the arguments that this one was given.
/// </summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record WorkerProgram(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>This process's own program and arguments.</summary>
    internal static WorkerProgram Own()
    {
        // As the system has them, which with `dotnet app.dll` is more than what Main is given.
        var words = File.ReadAllText("/proc/self/cmdline").Split('\0')[..^1];
        return new WorkerProgram(Environment.ProcessPath ?? words[0], words[1..]);
    }
}
