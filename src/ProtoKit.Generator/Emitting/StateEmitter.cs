using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The states of the conversation: the session's property, and the question whether a command may come.</summary>
internal static class StateEmitter
{
    private const int WideEnough = 55;
    private const string Sessions = "global::ProtoKit.Sessions";

    /// <summary>Some command may not always come.</summary>
    public static bool Depends(ProtocolModel protocol) => DispatchEmitter.Dispatched(protocol).Any(command => command.Allow is not null);

    /// <summary>A state, in the emitted part outside the user's namespace.</summary>
    public static string Member(Spelling spelling, string state) => $"{spelling.Alias}.State.{CSharp.Identifier(state)}";

    /// <summary>What refuses the command where it may not come; null: it may come everywhere.</summary>
    public static string? Refusal(MessageModel command, Spelling spelling)
    {
        if (command.Allow is not { } allowed) return null;
        var states = allowed.Select(state => Member(spelling, state)).ToList();
        var between = states.Sum(state => state.Length) > WideEnough ? "\n    or " : " or ";
        var here = $"taker.State is not (null{between}{CSharp.Join(states, between)})";
        // What follows the command has to be passed over, and only its fields tell how much that is.
        return HasTail(command) ? $"if ({here}) fields.NotNow();" : $"if ({here})\n    return input.Refuse(fields.NotNow());";
    }

    /// <summary>What the session knows of states.</summary>
    public static void Session(CodeWriter w, ProtocolModel protocol)
    {
        if (protocol.States.Count == 0) return;
        var limited = protocol.States.Where(state => state.Limits.Count > 0).ToList();
        foreach (var state in limited)
        {
            w.MemberBlock($"private static readonly {Sessions}.LimitsInState LimitsIn{state.Name} = new()", () =>
            {
                foreach (var limit in state.Limits) w.Write($"{LimitsEmitter.Property(limit.Name)} = {LimitsEmitter.Full(limit)},");
            }, end: ";");
        }

        w.Member($"private State state = State.{CSharp.Identifier(protocol.States[0].Name)};");
        if (limited.Count == 0) w.Member("""
            /// <summary>Where the conversation stands: what may come depends on it.</summary>
            public State State
            {
                get => state;
                set => state = value;
            }
            """);
        else w.MemberBlock("""
            /// <summary>Where the conversation stands: what may come, and how much of it, depends on it.</summary>
            public State State
            """, () =>
        {
            w.Write("get => state;");
            w.Block("set", () =>
            {
                w.Write("state = value;");
                w.Block("UseLimits(value switch", () =>
                {
                    foreach (var state in limited) w.Write($"State.{CSharp.Identifier(state.Name)} => LimitsIn{state.Name},");
                    w.Write("_ => null,");
                }, end: ");");
            });
        });
        w.Member("""
            /// <inheritdoc/>
            protected override void Enter(int state) => State = (State)state;
            """);
    }

    /// <summary>The first state has limits of its own.</summary>
    public static bool BeginsLimited(ProtocolModel protocol) => protocol.States.Count > 0 && protocol.States[0].Limits.Count > 0;

    private static bool HasTail(MessageModel command) => command.Steps.Any(step => step is LinesStep or BodyLengthStep or BodyUntilStep);
}
