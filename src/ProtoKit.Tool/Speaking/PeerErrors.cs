using System.Net.Sockets;
using ProtoKit.Sessions;
using ProtoKit.Tool.Errors;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>What can go wrong in a conversation, as exit codes.</summary>
internal static class PeerErrors
{
    /// <summary>Null for what is not the conversation's fault.</summary>
    public static ToolError? Of(Exception failure) => failure switch
    {
        ProtocolFault { Kind: FaultKind.MinReceiveRate or FaultKind.IdleTimeout } slow and not SaidFault =>
            new ToolError(ExitCode.TimedOut, slow.Code, slow.Message),
        ProtocolFault fault => new ToolError(ExitCode.No, fault.Code, $"{fault.Code}: {fault.Message}"),
        TimeoutException late => new ToolError(ExitCode.TimedOut, "timeout", late.Message),
        ProtocolViolationException broken => new ToolError(ExitCode.PeerBrokeProtocol, "peer-broke-protocol", broken.Message),
        ConversationEndedException { End.Because: ProtocolViolationException broken } =>
            new ToolError(ExitCode.PeerBrokeProtocol, "peer-broke-protocol", broken.Message),
        // Only over UDP: there is no connection that could be refused before.
        ConversationEndedException { End.Because: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } =>
            new ToolError(ExitCode.Unreachable, "refused", "nobody listens there") { Facts = ["is the server running? protokit serve PATH"] },
        ConversationEndedException ended => new ToolError(ExitCode.PeerBrokeProtocol, ended.End.Token, Ended(ended.End)),
        NotWritableException unsayable => ToolError.Usage($"this cannot be said on the wire: {unsayable.Message}"),
        _ => null,
    };

    /// <summary>How a conversation ended, in words.</summary>
    public static string Ended(ConversationEnd end) => end.Token switch
    {
        "peer-closed" => "the server closed the connection",
        "unexpected-eof" => "the server closed the connection in the middle of an answer",
        "peer-reset" => "the server reset the connection",
        _ => $"the connection ended: {end.Token}",
    };
}
