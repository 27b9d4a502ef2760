using System.Runtime.InteropServices;
using ProtoKit;

namespace Samples;

/// <summary>Tells what the peer can act on (no room, no permission, try later) from a failure that belongs in the operator's log.</summary>
internal static class StorageFault
{
    // Windows: HRESULTs of ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    private const int WindowsDiskFull = unchecked((int)0x80070070), WindowsHandleDiskFull = unchecked((int)0x80070027);

    /// <summary>The exception for the Linux call that just failed; <paramref name="doing"/> completes "cannot ...".</summary>
    public static Exception OfLastCall(string doing) => Fault(KindOf(Marshal.GetLastPInvokeError())) ?? (Exception)FailureOfLastCall(doing);

    /// <summary>The same while there is no peer yet, only an operator.</summary>
    public static IOException FailureOfLastCall(string doing)
    {
        var errno = Marshal.GetLastPInvokeError();
        return new IOException($"cannot {doing}: {Marshal.GetPInvokeErrorMessage(errno)}", errno);
    }

    /// <summary>The fault that <paramref name="failure"/> is to the peer; null when it is the server's own failure.</summary>
    public static ProtocolFault? Of(Exception failure) => failure switch
    {
        UnauthorizedAccessException => Fault(FaultKind.Refused),
        IOException { HResult: WindowsDiskFull or WindowsHandleDiskFull } => Fault(FaultKind.StorageFull),
        // .NET hands the error number through where it has no exception type of its own.
        IOException io => Fault(KindOf(io.HResult)),
        _ => null,
    };

    /// <summary>The same for a failed write, where .NET says "out of range" when a file grows past what its file system takes.</summary>
    public static ProtocolFault? OfWrite(Exception failure) =>
        failure is ArgumentOutOfRangeException ? Fault(FaultKind.StorageFull) : Of(failure);

    private static ProtocolFault? Fault(FaultKind kind) => kind switch
    {
        FaultKind.StorageFull => new ProtocolFault(kind, "the library has no room for this file"),
        FaultKind.Refused => new ProtocolFault(kind, "the library has no permission for this"),
        FaultKind.Busy => new ProtocolFault(kind, "the library is busy, try again later"),
        FaultKind.BadName => new ProtocolFault(kind, "the library cannot store this name"),
        _ => null,
    };

    private static FaultKind KindOf(int errno) => errno switch
    {
        Errno.NoSpace or Errno.QuotaExceeded or Errno.FileTooBig => FaultKind.StorageFull,
        Errno.AccessDenied or Errno.NotPermitted or Errno.ReadOnlyFileSystem => FaultKind.Refused,
        Errno.TooManyFiles or Errno.TooManyFilesInSystem or Errno.NoMemory or Errno.Busy => FaultKind.Busy,
        Errno.NameTooLong or Errno.BadSequence => FaultKind.BadName,
        _ => FaultKind.Internal,
    };
}
