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
        var longest = Format.IsText ? Limits.MaxLine : Limits.MaxFrame;
        Input.MaxFrame = longest is null && limits?.MaxFrame is { } bytes ? bytes : Format.MaxFrame;
        Input.MaxArguments = Limits.MaxArguments is null && limits?.MaxArguments is { } words ? words : Format.MaxArguments;
    }

    // What the operator says wins over what the declaration says of a state.
    private static TimeSpan InState(TimeSpan? ofState, TimeSpan ofAll, TimeSpan stated) => ofState is { } limit && ofAll == stated ? limit : ofAll;
}
