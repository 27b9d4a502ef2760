namespace ProtoKit.Sessions;

/// <summary>What a conversation goes by.</summary>
public sealed record ConversationOptions
{
    /// <summary>The limits; null: the protocol's own.</summary>
    public Limits? Limits { get; init; }

    /// <summary>The clock of every time limit and pause.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Asks the conversation to end between commands.</summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>Breaks the conversation off.</summary>
    public CancellationToken Aborting { get; init; }

    /// <summary>The connection is one too many: this fault is its only answer. None: it is served.</summary>
    public FaultKind Refusal { get; init; } = FaultKind.None;

    /// <summary>
    /// The input is one datagram: its end ends its last line, an unframed wire takes it as one message, and nothing in it has to come in time.
    /// </summary>
    public bool IsDatagram { get; init; }

    /// <summary>The datagram was an error itself, so that no error may answer it; null: it was not.</summary>
    internal Func<bool>? IsAnswerToFault { get; init; }

    /// <summary>Hears what happens.</summary>
    public ConversationObserver Observer { get; init; } = ConversationObserver.Silent;
}

/// <summary>Hears what happens in a conversation. Called where the conversation runs, so it answers quickly.</summary>
public class ConversationObserver
{
    /// <summary>Hears nothing.</summary>
    public static ConversationObserver Silent { get; } = new();

    /// <summary>A handler, or the wire, failed in a way that the peer is told only as <c>internal</c>.</summary>
    public virtual void Failed(Exception because)
    {
    }

    /// <summary>The conversation has ended; so many bytes came and went.</summary>
    public virtual void Ended(ConversationEnd end, long received, long sent)
    {
    }

    /// <summary>A command was answered, refused, or taken without an answer.</summary>
    public virtual void Handled(string command, FaultKind refusal)
    {
    }
}
