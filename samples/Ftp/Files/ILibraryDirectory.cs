using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;

// The tests run every promise over both directories, and over one that fails on request.
[assembly: InternalsVisibleTo("ProtoKit.Samples.Tests")]

namespace Samples;

/// <summary>
/// What a library asks of the directory that holds its files. Names given to it are plain (<see cref="Names"/>); a failure is a
/// <see cref="ProtoKit.ProtocolFault"/> when the peer can act on it, else an <see cref="IOException"/>.
/// </summary>
internal interface ILibraryDirectory
{
    /// <summary>Every regular file with a plain name, in no order.</summary>
    List<LibraryFile> Files();

    /// <summary>What has this name now; links are not followed.</summary>
    Found Find(string name);

    /// <summary>Opens a regular file for reading; null when the name is taken by anything else, or by nothing.</summary>
    SafeFileHandle? Open(string name, out long length);

    /// <summary>Starts a file that nobody sees.</summary>
    ITemporaryFile Create();

    /// <summary>Removes the temporaries whose writer is dead.</summary>
    void Sweep();
}
