namespace ProtoKit.Sessions;

public abstract partial class ServerSession
{
    // Null: its model promises that handlers go on where they are, whatever they do there.
    private readonly IWatchedPipe? watched;

    /// <summary>The handler of a command, which is called next, may run where the conversation does, for emitted code.</summary>
    public bool RunsHere(HandlerPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (watched is null) return true;
        if (!place.IsHere) return false;
        watched.Calling(place);
        return true;
    }
}
