using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace ProtoKit.Tool.Terminal;

/// <summary>The keys of a Unix terminal. They are read only while this process is in the foreground.</summary>
internal sealed class TerminalKeys : IKeys
{
    // How soon it is noticed that this process came back to the foreground.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    private readonly TerminalMode found;
    private readonly Channel<char> keys = Channel.CreateUnbounded<char>();
    private readonly Lock gate = new();
    private readonly PosixSignalRegistration quit;
    private bool disposed;

    public TerminalKeys(TerminalMode found)
    {
        this.found = found;
        // Ends that no `using` sees: Environment.Exit, and Ctrl+\.
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, _ => Restore());
        Prepare();
        new Thread(Watch) { IsBackground = true, Name = "keys" }.Start();
    }

    public async Task<char?> NextAsync() => await keys.Reader.WaitToReadAsync() && keys.Reader.TryRead(out var key) ? key : null;

    public void Dispose()
    {
        Restore();
        quit.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
    }

    private void OnExit(object? sender, EventArgs end) => Restore();

    private void Restore()
    {
        lock (gate)
        {
            // In the background the terminal is somebody else's, and to set it would stop this process.
            if (!disposed && TerminalCalls.IsForeground) found.Set();
            disposed = true;
        }
    }

    private void Watch()
    {
        var bytes = new byte[64];
        while (Prepare() && TerminalCalls.Wait(Glance) is { } pressed)
        {
            if (pressed && !Take(bytes)) break;
        }

        keys.Writer.TryComplete();
    }

    // A shell that had stopped this process gives the terminal back as the shell likes it. False: nobody wants keys any more.
    private bool Prepare()
    {
        lock (gate)
        {
            if (!disposed && TerminalCalls.IsForeground && TerminalMode.Now() is { IsKeyByKey: false } other) other.KeyByKey().Set();
            return !disposed;
        }
    }

    // False: there are no more.
    private bool Take(byte[] bytes)
    {
        lock (gate)
        {
            if (disposed) return false;
            if (TerminalCalls.IsForeground)
            {
                var count = TerminalCalls.Read(bytes);
                foreach (var key in KeyBytes.Characters(bytes.AsSpan(0, Math.Max(0, count)))) keys.Writer.TryWrite(key);
                if (count != 0) return count > 0;
            }
        }

        Thread.Sleep(Glance);
        return true;
    }
}
