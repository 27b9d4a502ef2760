using System.Security.Cryptography;
using System.Text;
using ProtoKit;

namespace Samples.Mqtt;

/// <summary>Who may come in.</summary>
/// <param name="user">The name that every client has to give; empty: anybody may come.</param>
/// <param name="password">The password that goes with it.</param>
public sealed class Door(string user = "", string password = "")
{
    /// <summary>What a client that calls itself this is answered.</summary>
    public Mqtt.ConnectCode Check(string? name, Bytes? secret)
    {
        if (user.Length == 0) return Mqtt.ConnectCode.Accepted;
        if (name is null) return Mqtt.ConnectCode.NotAuthorized;
        // Both are compared, and all of both, so that the time tells nothing about what was wrong.
        var right = Same(user, Encoding.UTF8.GetBytes(name)) & Same(password, secret is { } given ? given.Span : default);
        return right ? Mqtt.ConnectCode.Accepted : Mqtt.ConnectCode.BadUserNameOrPassword;
    }

    private static bool Same(string expected, ReadOnlySpan<byte> given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(given));
}
