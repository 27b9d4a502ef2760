namespace Samples.Mqtt;

/// <summary>Topic names and topic filters as text: MQTT 3.1.1, section 4.7.</summary>
public static class TopicText
{
    /// <summary>Something can be published under this name.</summary>
    public static bool IsName(ReadOnlySpan<byte> utf8) =>
        // 4.7.3: at least one character, and no U+0000. 4.7.1: wildcards stand in filters only.
        !utf8.IsEmpty && utf8.IndexOfAny("\0+#"u8) < 0;

    /// <summary>This can be subscribed to.</summary>
    public static bool IsFilter(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || utf8.Contains((byte)0)) return false;
        foreach (var level in utf8.Split((byte)'/'))
        {
            var text = utf8[level];
            // 4.7.1.3: + takes a whole level.
            if (text.Contains((byte)'+') && text.Length > 1) return false;
            // 4.7.1.2: # takes a whole level, and that is the last one.
            if (text.Contains((byte)'#') && (text.Length > 1 || level.End.Value < utf8.Length)) return false;
        }

        return true;
    }

    /// <summary>The filter is more than the name of one topic.</summary>
    public static bool HasWildcard(string filter) => filter.AsSpan().IndexOfAny('+', '#') >= 0;

    /// <summary>4.7.2: a filter that begins with a wildcard says nothing about this topic.</summary>
    public static bool IsHidden(ReadOnlySpan<char> topic) => topic.StartsWith('$');

    /// <summary>How many levels a name or a filter has; empty ones count.</summary>
    public static int Levels(ReadOnlySpan<char> text) => text.Count('/') + 1;

    /// <summary>The filter takes this topic.</summary>
    public static bool Matches(ReadOnlySpan<char> filter, ReadOnlySpan<char> topic)
    {
        if (IsHidden(topic) && filter[0] is ('+' or '#')) return false;
        var wanted = filter.Split('/');
        var levels = topic.Split('/');
        while (wanted.MoveNext())
        {
            var one = filter[wanted.Current];
            // 4.7.1.2: # stands for the level above it, too, so nothing has to be left.
            if (one is "#") return true;
            if (!levels.MoveNext()) return false;
            if (one is not "+" && !one.SequenceEqual(topic[levels.Current])) return false;
        }

        return !levels.MoveNext();
    }
}
