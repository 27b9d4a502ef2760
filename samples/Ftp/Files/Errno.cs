namespace Samples;

/// <summary>Linux's error numbers that a library tells apart.</summary>
internal static class Errno
{
    public const int NotPermitted = 1, NoEntry = 2, Interrupted = 4, NoDeviceOrAddress = 6, WouldBlock = 11, NoMemory = 12;
    public const int AccessDenied = 13, Busy = 16, Exists = 17, CrossDevice = 18;
    public const int NoDevice = 19, NotDirectory = 20, IsDirectory = 21, Invalid = 22;
    public const int TooManyFilesInSystem = 23, TooManyFiles = 24, FileTooBig = 27, NoSpace = 28, ReadOnlyFileSystem = 30;
    public const int NameTooLong = 36, NoSuchCall = 38, NotEmpty = 39, TooManyLinks = 40, BadSequence = 84, QuotaExceeded = 122;
}
