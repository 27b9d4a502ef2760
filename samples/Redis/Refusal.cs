using System.Runtime.CompilerServices;
using ProtoKit;

[assembly: InternalsVisibleTo("ProtoKit.Samples.Tests")]

namespace Samples.Redis;

/// <summary>What Redis 7 says when it refuses, word for word: clients compare them.</summary>
internal static class Refusal
{
    public static ProtocolFault WrongType() => new("WRONGTYPE", "Operation against a key holding the wrong kind of value");

    public static ProtocolFault NotAnInteger() => Error("value is not an integer or out of range");

    public static ProtocolFault NotPositive() => Error("value is out of range, must be positive");

    public static ProtocolFault Overflow() => Error("increment or decrement would overflow");

    // The least number has no opposite.
    public static ProtocolFault DecrementOverflow() => Error("decrement would overflow");

    public static ProtocolFault TooLong() => Error("string exceeds maximum allowed size (proto-max-bulk-len)");

    public static ProtocolFault BadExpiry(string command) => Error($"invalid expire time in '{command}' command");

    public static ProtocolFault NoSuchDatabase() => Error("DB index is out of range");

    public static ProtocolFault Syntax() => Error("syntax error");

    public static ProtocolFault BadClientName() => Error("Client names cannot contain spaces, newlines or special characters.");

    public static ProtocolFault BadClientInfo(Bytes attribute) => Error($"{Latin(attribute)} cannot contain spaces, newlines or special characters.");

    public static ProtocolFault NoSuchClientInfo(Bytes attribute) => Error($"Unrecognized option '{Latin(attribute)}'");

    public static ProtocolFault NoPassword() => Error(
        "AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?");

    public static ProtocolFault WrongPassword() => new("WRONGPASS", "invalid username-password pair or user is disabled.");

    public static ProtocolFault HelloWithoutPassword() => new(
        "NOAUTH",
        "HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH <user> <pass> option can be used to "
        + "authenticate the client and select the RESP protocol version at the same time");

    public static ProtocolFault NoSuchVersion() => new("NOPROTO", "unsupported protocol version");

    public static ProtocolFault VersionIsNoNumber() => Error("Protocol version is not an integer or out of range");

    public static ProtocolFault BadHello(Bytes option) => Error($"Syntax error in HELLO option '{Latin(option)}'");

    private static ProtocolFault Error(string message) => new("ERR", message);

    private static string Latin(Bytes word) => System.Text.Encoding.Latin1.GetString(word.Span);
}
