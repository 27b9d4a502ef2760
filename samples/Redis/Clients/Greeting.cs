using System.Text;
using ProtoKit;

namespace Samples.Redis;

/// <summary>What HELLO says: <c>[2 [AUTH user password] [SETNAME name]]</c>.</summary>
/// <param name="User">Who wants to come in; null when that is not said.</param>
/// <param name="Password">What lets them in.</param>
/// <param name="Name">What the client is called; null when that is not said.</param>
internal readonly record struct Greeting(Bytes? User, Bytes Password, Bytes? Name)
{
    /// <summary>Throws what Redis answers to a greeting that is none, or asks for another version of the protocol than 2.</summary>
    public static Greeting Read(IReadOnlyList<Bytes> words)
    {
        if (words.Count == 0) return default;
        if (!DecimalText.TryRead(words[0].Span, out var version)) throw Refusal.VersionIsNoNumber();
        if (version != 2) throw Refusal.NoSuchVersion();
        var greeting = default(Greeting);
        for (var at = 1; at < words.Count;)
        {
            if (Ascii.EqualsIgnoreCase(words[at].Span, "AUTH"u8) && at + 2 < words.Count)
            {
                greeting = greeting with { User = words[at + 1], Password = words[at + 2] };
                at += 3;
            }
            else if (Ascii.EqualsIgnoreCase(words[at].Span, "SETNAME"u8) && at + 1 < words.Count)
            {
                greeting = greeting with { Name = words[at + 1] };
                at += 2;
            }
            else
            {
                throw Refusal.BadHello(words[at]);
            }
        }

        return greeting;
    }
}
