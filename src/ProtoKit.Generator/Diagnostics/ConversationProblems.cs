using Microsoft.CodeAnalysis;
using static ProtoKit.Generator.Diagnostics.Descriptor;

namespace ProtoKit.Generator.Diagnostics;

/// <summary>PK0140 to PK0159: what a message says of the conversation. PK0330 to PK0349: the conversation as a whole.</summary>
internal static class ConversationProblems
{
    public static readonly DiagnosticDescriptor PushWithTail = Error("PK0140", "A push is one line",
        "'{0}' is pushed, but lines or a body follow it, which nobody asked for and nobody would read. Push a message without them.");

    public static readonly DiagnosticDescriptor PushWithoutRole = Error("PK0141", "A push is a reply or a command",
        "'{0}' is marked [Push], but is neither a reply nor a command. Mark it [Reply] as well.");

    public static readonly DiagnosticDescriptor PushLikeAnswer = Error("PK0142", "A push can be told from an answer",
        "'{0}' can begin like the push '{1}', so a client would take it for one. Begin one of them with other text.");

    public static readonly DiagnosticDescriptor TwoForms = Error("PK0143", "A command that is also a reply has one form",
        "'{0}' says one thing as [Command] and another as [Reply]. Say the same in both.");

    public static readonly DiagnosticDescriptor EndNeedsValue = Error("PK0144", "The end of a stream can be made without values",
        "'{0}' ends the stream of '{1}', but nobody says what its '{2}' is. Give it a default value, or drop it.");

    public static readonly DiagnosticDescriptor ItemLikeEnd = Error("PK0145", "An item of a stream can be told from its end",
        "The item '{0}' can begin like '{1}', which ends the stream of '{2}'. Begin one of them with other text.");

    public static readonly DiagnosticDescriptor AlwaysAnswered = Error("PK0146", "A command that may go unanswered has a nullable reply",
        "'{0}' has [AnsweredWhen], but no reply that may be absent. Declare it as IRequest<TheReply?>.");

    public static readonly DiagnosticDescriptor NoCondition = Error("PK0147", "Whether a command is answered depends on a field of it",
        "Whether '{0}' is answered cannot depend on '{1}', which is no number, bool or enum of it. Name one with nameof.");

    public static readonly DiagnosticDescriptor WrongCondition = Error("PK0148", "A field is compared with a constant of its type",
        "{0} is no value of '{1}'. Write a constant of its type.");

    public static readonly DiagnosticDescriptor Misplaced = Error("PK0149", "[Allow] is for commands, [Next] for commands and replies",
        "'{0}' is {1}, so [{2}] says nothing about it. Remove it.");

    public static readonly DiagnosticDescriptor NoStates = Error("PK0330", "Who speaks of states has some",
        "[{0}] names a state, but '{1}' has none. Declare a nested 'public enum State' in it.");

    public static readonly DiagnosticDescriptor NotAState = Error("PK0331", "A state is a member of the enum State",
        "{0} is not a member of '{1}.State'. Name one of its members.");

    public static readonly DiagnosticDescriptor DeadState = Warning("PK0332", "In each state some command may come",
        "In the state '{0}' no command may come, so a conversation in it is stuck. Allow a command in it, or remove it.");

    public static readonly DiagnosticDescriptor NeverAllowed = Error("PK0333", "Each command may come in some state",
        "'{0}' is allowed in no state, so it could never come. Name a state in [Allow].");

    public static readonly DiagnosticDescriptor LimitedTwice = Error("PK0334", "A state's limits are said once",
        "The state '{0}' has limits already. Write them into one [StateLimits].");

    public static readonly DiagnosticDescriptor NoCorrelation = Error("PK0335", "What a protocol correlates by is a field of each command and reply",
        "'{0}' has no field '{1}' of the type that the others have, so nobody could tell what belongs to it. Add one.");

    public static readonly DiagnosticDescriptor NotAlongside = Error("PK0336", "Commands that run side by side stand for themselves",
        "'{0}' {1}, but the commands of '{2}' run side by side. Remove that, or [Correlated].");

    public static readonly DiagnosticDescriptor BadCorrelation = Error("PK0337", "What a protocol correlates by is an integer or a string",
        "'{0}' of '{1}' cannot tell answers apart. Make it an integer or a string that is never null.");
}
