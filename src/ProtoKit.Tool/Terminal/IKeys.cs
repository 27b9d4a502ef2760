namespace ProtoKit.Tool.Terminal;

/// <summary>The keys that a person presses while something else goes on.</summary>
internal interface IKeys : IDisposable
{
    /// <summary>The next key that is a character; null when no more will come. Disposing leaves the terminal as it was found.</summary>
    Task<char?> NextAsync();
}
