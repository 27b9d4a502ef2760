using System.Security.Cryptography;
using System.Text;

namespace Samples.Redis;

/// <summary>Knows the password, if there is one, of the only user, <c>default</c>.</summary>
internal sealed class Gatekeeper(string? password)
{
    private readonly byte[] expected = SHA256.HashData(Encoding.UTF8.GetBytes(password ?? ""));

    /// <summary>Nobody needs to say a password.</summary>
    public bool IsOpen => string.IsNullOrEmpty(password);

    /// <summary>This user may come in with this password. How long the answer takes tells nothing about the password.</summary>
    public bool Admits(ReadOnlySpan<byte> user, ReadOnlySpan<byte> said) =>
        user.SequenceEqual("default"u8) && (IsOpen || CryptographicOperations.FixedTimeEquals(SHA256.HashData(said), expected));
}
