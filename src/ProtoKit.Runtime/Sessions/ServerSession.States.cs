namespace ProtoKit.Sessions;

public abstract partial class ServerSession
{
    private readonly Limits stated;
    private LimitsInState? inState;
    private TimeSpan? idleSaid;

    /// <summary>
    /// How long the peer may say nothing between commands: as the state or the protocol says, until a handler says otherwise, which then holds in
    /// every state.
    /// </summary>
    public TimeSpan Idle
    {
        get => idleSaid ?? InState(inState?.Idle, Limits.Idle, stated.Idle);
        set => idleSaid = value;
    }

    private TimeSpan CommandTime => InState(inState?.Command, Limits.Command, stated.Command);

    /// <summary>The conversation comes into another state, as [Next] says. Emitted code knows its number.</summary>
    protected virtual void Enter(int state)
    {
    }

    /// <summary>Puts a state's limits in the place of the protocol's own, for emitted code; null: its own hold again.</summary>
    protected void UseLimits(LimitsInState? limits)
    {
        inState = limits;
        var format = Format;
        var longest = format.IsText ? Limits.MaxLine : Limits.MaxFrame;
        if (limits?.MaxFrame is { } bytes && longest is null) format = format.WithMaxFrame(bytes);
        if (limits?.MaxArguments is { } words && Limits.MaxArguments is null) format = format.WithMaxArguments(words);
        Input.Format = format;
    }

    // What the operator says wins over what the declaration says of a state.
    private static TimeSpan InState(TimeSpan? ofState, TimeSpan ofAll, TimeSpan stated) => ofState is { } limit && ofAll == stated ? limit : ofAll;
}
