namespace ProtoKit;

/// <summary>Why a command was refused. Each kind has one stable code word: its name in kebab case.</summary>
public enum FaultKind
{
    /// <summary>No kind: a fault that only <c>session.Fault</c> sends.</summary>
    None = -1,

    /// <summary>Every kind that no other fault answers.</summary>
    Any = 0,

    /// <summary>No command has this verb.</summary>
    UnknownCommand,

    /// <summary>Too few or too many fields, or one that is not what its type says.</summary>
    BadArgument,

    /// <summary>The command is not allowed now.</summary>
    WrongState,

    /// <summary>A name that cannot be one.</summary>
    BadName,

    /// <summary>The named thing is not there.</summary>
    NotFound,

    /// <summary>The named thing is there already.</summary>
    Exists,

    /// <summary>The server does not want to.</summary>
    Refused,

    /// <summary>There is no room left.</summary>
    StorageFull,

    /// <summary>Not now; later perhaps.</summary>
    Busy,

    /// <summary>The server's own failure; its details are in the log only.</summary>
    Internal,

    /// <summary>More words than max-arguments.</summary>
    TooManyArguments,

    /// <summary>A CR that no LF follows. Closes: the framing is lost.</summary>
    BadLineEnding,

    /// <summary>Bytes that are not text in the protocol's encoding.</summary>
    BadEncoding,

    /// <summary>A length that is not a number. Closes: the framing is lost.</summary>
    BadLength,

    /// <summary>More than max-line bytes before the line end. Closes.</summary>
    LineTooLong,

    /// <summary>More than max-frame bytes. Closes.</summary>
    FrameTooLarge,

    /// <summary>A message whose checksum is not its own. Closes: its length may be wrong, too.</summary>
    BadChecksum,

    /// <summary>A body longer than max-body. Closes unless the body can be skipped.</summary>
    BodyTooLarge,

    /// <summary>No command came in time after the connection opened. Closes.</summary>
    FirstCommandTimeout,

    /// <summary>A command that began did not end in time. Closes.</summary>
    CommandTimeout,

    /// <summary>Nothing came for too long. Closes.</summary>
    IdleTimeout,

    /// <summary>A body came too slowly. Closes.</summary>
    MinReceiveRate,

    /// <summary>An answer was read too slowly. Closes.</summary>
    MinSendRate,

    /// <summary>The handler took too long. Closes.</summary>
    HandlerTimeout,

    /// <summary>Too many refused commands. Closes.</summary>
    TooManyErrors,

    /// <summary>Too many connections. Closes.</summary>
    MaxConnections,
}
