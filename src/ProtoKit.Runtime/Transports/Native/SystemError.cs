using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ProtoKit.Transports.Native;

/// <summary>A failed call as an exception.</summary>
internal static class SystemError
{
    /// <summary>What the last call failed with.</summary>
    public static SocketException OfLastCall() => Of(Marshal.GetLastPInvokeError());

    public static SocketException Of(int error) => new(error, Marshal.GetPInvokeErrorMessage(error));
}
