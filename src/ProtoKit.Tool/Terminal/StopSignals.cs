using System.Runtime.InteropServices;
using ProtoKit.Tool.Errors;

namespace ProtoKit.Tool.Terminal;

/// <summary>The signals that ask for an end: the first one gently, the second one at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly PosixSignalRegistration[] registrations;
    private readonly Action first;
    private readonly Action second;
    private int count;

    public StopSignals(Action first, Action second)
    {
        this.first = first;
        this.second = second;
        registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, Arrive))];
    }

    /// <summary>The exit code of the signal that came second; null while at most one has come.</summary>
    public int? SecondExit { get; private set; }

    /// <summary>The exit code of the signal that came first; null while none has come.</summary>
    public int? FirstExit { get; private set; }

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
    }

    private void Arrive(PosixSignalContext signal)
    {
        signal.Cancel = true;
        var exit = signal.Signal == PosixSignal.SIGINT ? ExitCode.Interrupted : ExitCode.Terminated;
        switch (Interlocked.Increment(ref count))
        {
            case 1:
                FirstExit = exit;
                first();
                break;
            case 2:
                SecondExit = exit;
                second();
                break;
        }
    }
}
