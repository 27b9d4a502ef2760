namespace ProtoKit.Tool.Benching.Load;

/// <summary>Cuts what one connection receives into replies. The expected bytes are only compared, wherever they are split; all else is kept and read.</summary>
internal sealed class ReplyMatcher(Script script, ReplyReader reader)
{
    private int matched;
    private byte[] kept = [];

    /// <summary>Takes the next reply off <paramref name="received"/>, or all of it when the reply goes on.</summary>
    public ReplyVerdict Next(ref ReadOnlySpan<byte> received, out ProtocolFault? fault)
    {
        fault = null;
        if (kept.Length == 0)
        {
            var expected = script.Reply.AsSpan(matched);
            var length = Math.Min(expected.Length, received.Length);
            if (received[..length].SequenceEqual(expected[..length]))
            {
                received = received[length..];
                matched += length;
                if (matched < script.Reply.Length) return ReplyVerdict.Partial;
                matched = 0;
                return ReplyVerdict.Expected;
            }
        }

        kept = [.. script.Reply.AsSpan(0, matched), .. kept, .. received];
        matched = 0;
        received = default;
        var verdict = reader.Read(kept, out var used, out fault);
        if (verdict == ReplyVerdict.Partial) return verdict;
        received = kept.AsSpan(used);
        kept = [];
        return verdict;
    }

    /// <summary>Forgets what was received, for a connection that begins anew.</summary>
    public void Clear() => (matched, kept) = (0, []);
}
