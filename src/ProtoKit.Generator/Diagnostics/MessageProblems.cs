using Microsoft.CodeAnalysis;
using static ProtoKit.Generator.Diagnostics.Descriptor;

namespace ProtoKit.Generator.Diagnostics;

/// <summary>PK0101 to PK0119: what a message is.</summary>
internal static class MessageProblems
{
    public static readonly DiagnosticDescriptor NotPartialRecord = Error("PK0101", "A message is a partial record",
        "'{0}' is not a partial record, so no reader can be added to it. Declare it as 'readonly partial record struct {0}'.");

    public static readonly DiagnosticDescriptor TwoRoles = Error("PK0102", "A message has one role",
        "'{0}' is marked [{1}] and [{2}]. Keep one and declare another record for the other.");

    public static readonly DiagnosticDescriptor UnsupportedShape = Error("PK0103", "A message is a plain record",
        "'{0}' is {1}, which a message cannot be. Declare it as 'readonly partial record struct {0}'.");

    public static readonly DiagnosticDescriptor Inaccessible = Error("PK0104", "A message can be seen by those who use it",
        "'{0}' is less accessible than the protocol '{1}', so servers and clients could not name it. Make it {2}.");

    public static readonly DiagnosticDescriptor NoAnswerDeclared = Error("PK0105", "A command says how it is answered",
        "'{0}' does not say how it is answered. Add ': IRequest<TheReply>', or ': IOneWay' if it is not answered.");

    public static readonly DiagnosticDescriptor SeveralAnswers = Error("PK0106", "A command is answered in one way",
        "'{0}' says more than once how it is answered. Keep one IRequest or IOneWay.");

    public static readonly DiagnosticDescriptor NotAReply = Error("PK0107", "A command asks for a reply of its own protocol",
        "'{0}' asks for '{1}', which is not a [Reply] of '{2}'. Declare it there with [Reply].");

    public static readonly DiagnosticDescriptor SameVerb = Error("PK0108", "Each verb has one command",
        "'{0}' and '{1}' have the same verb \"{2}\". Change one of them.");

    public static readonly DiagnosticDescriptor OverlappingVerbs = Error("PK0109", "A verb can be told from every other",
        "The verb \"{0}\" of '{1}' begins like the verb \"{2}\" of '{3}', so the two cannot be told apart. Change one of them.");

    public static readonly DiagnosticDescriptor SecondVerbless = Error("PK0110", "One command may have no verb",
        "'{0}' has no verb, and neither has '{1}'. Give one of them a verb.");

    public static readonly DiagnosticDescriptor FollowsNothing = Error("PK0111", "A continuation follows a command",
        "'{0}' follows '{1}', which {2}. Name another [Command] of '{3}' with nameof.");

    public static readonly DiagnosticDescriptor TwoFaultsForOneKind = Error("PK0112", "Each kind of fault has one form",
        "'{0}' and '{1}' both answer FaultKind.{2}. Give one of them another kind in Answers.");

    public static readonly DiagnosticDescriptor ReplyLikeFault = Error("PK0113", "A reply can be told from a fault",
        "The reply '{0}' can begin like {1}, so a client cannot tell them apart. Begin one of them with other text, or set Closes = true on the fault.");

    public static readonly DiagnosticDescriptor FaultTextNotString = Error("PK0114", "Code, Message, Command and Words of a fault are strings",
        "'{0}' of the fault '{1}' is filled with text. Make it a string.");

    public static readonly DiagnosticDescriptor UnfillableFault = Error("PK0115", "A fault that answers by itself can be filled",
        "Nothing is known to fill '{0}' of the fault '{1}' with. Name it Code, Message, Command or Words, make it nullable, or set Answers = FaultKind.None.");

    public static readonly DiagnosticDescriptor TroubleOfNothing = Error("PK0117", "Only a fault for bad arguments says what is wrong with them",
        "ArgumentTrouble.{0} says what is wrong with arguments, but the fault answers FaultKind.{1}. Set Answers = FaultKind.BadArgument.");

    public static readonly DiagnosticDescriptor OutsideProtocol = Warning("PK0116", "A message stands in a protocol",
        "'{0}' is marked [{1}], but does not stand in a [Protocol] class, so nothing is made of it. Move it into one.");
}
