using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ProtoKit.Transports.Native;

/// <summary>A failed call as an exception.</summary>
internal static class SystemError
{
    /// <summary>The last call failed because of a signal, and is to be made again.</summary>
    public static bool WasInterrupted => Marshal.GetLastPInvokeError() == Errno.Interrupted;

    /// <summary>What the last call failed with.</summary>
    public static SocketException OfLastCall() => Of(Marshal.GetLastPInvokeError());

    public static SocketException Of(int error) => new(error, Marshal.GetPInvokeErrorMessage(error));
}
