namespace ProtoKit.Hosting;

/// <summary>
/// The lines on their way to the tool. Whoever adds one never waits: a thread of its own writes, because a tool that does not read must not stop the
/// server. Past the bound a line is dropped, unless it has to be kept, and the number of those dropped is told at the place where they are missing.
/// </summary>
/// <param name="control">Where the lines go.</param>
/// <param name="bound">How many lines wait before others are dropped.</param>
/// <param name="note">The line that says how many were dropped.</param>
internal sealed class ControlQueue(Stream control, int bound, Func<int, byte[]> note)
{
    private readonly Lock starting = new();
    private readonly object gate = new();
    private Queue<byte[]> waiting = new();
    private TaskCompletionSource? written;
    private Thread? writer;
    private int dropped;
    private bool writing, broken;

    /// <summary>Adds a line, or drops it when too many wait and it need not be kept.</summary>
    public void Add(byte[] line, bool keep)
    {
        Start();
        lock (gate)
        {
            if (broken) return;
            if (!keep && waiting.Count >= bound)
            {
                dropped++;
                return;
            }

            TellDropped();
            waiting.Enqueue(line);
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Waits until every line is written, or nobody is there to read, but no longer than this.</summary>
    public Task FlushAsync(TimeSpan patience)
    {
        lock (gate)
        {
            if (broken || (waiting.Count == 0 && !writing)) return Task.CompletedTask;
            written ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return Task.WhenAny(written.Task, Task.Delay(patience));
        }
    }

    private void Start()
    {
        if (writer is not null) return;
        lock (starting)
        {
            if (writer is not null) return;
            writer = new Thread(WriteAll) { IsBackground = true, Name = "protokit control" };
            writer.Start();
        }
    }

    private void WriteAll()
    {
        try
        {
            while (true)
            {
                // As many as wait go in one call.
                var lines = new MemoryStream();
                foreach (var line in Next()) lines.Write(line);
                control.Write(lines.GetBuffer(), 0, (int)lines.Length);
                control.Flush();
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The tool is gone; the end of its stream stops the server.
            lock (gate)
            {
                broken = true;
                waiting.Clear();
                written?.TrySetResult();
            }
        }
    }

    private Queue<byte[]> Next()
    {
        lock (gate)
        {
            writing = false;
            while (waiting.Count == 0)
            {
                written?.TrySetResult();
                written = null;
                Monitor.Wait(gate);
            }

            TellDropped();
            writing = true;
            var taken = waiting;
            waiting = new Queue<byte[]>();
            return taken;
        }
    }

    private void TellDropped()
    {
        if (dropped == 0) return;
        waiting.Enqueue(note(dropped));
        dropped = 0;
    }
}
