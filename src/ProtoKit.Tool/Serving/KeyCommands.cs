using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Serving;

/// <summary>What a person at the keyboard can do with a server while it serves.</summary>
/// <param name="stop">Asks the server to stop; the second time, at once.</param>
/// <param name="list">Asks the server who is connected.</param>
internal sealed class KeyCommands(ToolConsole console, Action stop, Action list) : IDisposable
{
    private IKeys? keys;
    private bool stopping;

    /// <summary>Obeys from now on, where there is a keyboard. The task ends with the keys.</summary>
    public Task Start()
    {
        keys = console.Keys();
        if (keys is null) return Task.CompletedTask;
        console.Error.WriteLine("q stops, c lists connections, ? helps");
        return ObeyAsync(keys);
    }

    public void Dispose() => keys?.Dispose();

    private async Task ObeyAsync(IKeys pressed)
    {
        while (await pressed.NextAsync() is { } key) Obey(key);
    }

    private void Obey(char key)
    {
        switch (key)
        {
            case 'q':
                if (!stopping) console.Error.WriteLine("stopping when every connection has finished its command; q again stops at once");
                stopping = true;
                stop();
                break;
            case 'c':
                list();
                break;
            case '?' or 'h':
                Help();
                break;
        }
    }

    private void Help()
    {
        console.Error.WriteLine("  q  stops: connections finish their command; q again breaks them off");
        console.Error.WriteLine("  c  lists connections");
        console.Error.WriteLine("  ?  this help");
        console.Error.WriteLine("  Ctrl+C does what q does");
    }
}
