namespace ProtoKit.Transports.Native;

/// <summary>Linux's error numbers that are told apart here.</summary>
internal static class Errno
{
    public const int Interrupted = 4, WouldBlock = 11;
}
