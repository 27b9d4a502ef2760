namespace Samples.Mqtt;

/// <summary>The last message that was published with RETAIN under each topic: section 3.3.1.3. Not for several threads at once.</summary>
/// <param name="most">How many topics may have one.</param>
public sealed class RetainedStore(int most)
{
    private readonly Dictionary<string, Message> messages = [];

    /// <summary>How many there are.</summary>
    public int Count => messages.Count;

    /// <summary>Keeps the message instead of the one before it. False: there is no room for one more topic.</summary>
    public bool TryKeep(Message message)
    {
        // An empty message with RETAIN takes away what was kept, and is not kept itself.
        if (message.Payload.IsEmpty)
        {
            messages.Remove(message.Topic);
            return true;
        }

        if (messages.Count >= most && !messages.ContainsKey(message.Topic)) return false;
        messages[message.Topic] = message;
        return true;
    }

    /// <summary>What is kept for the topics that the filter takes.</summary>
    public IEnumerable<Message> Match(string filter)
    {
        if (TopicText.HasWildcard(filter)) return messages.Values.Where(message => TopicText.Matches(filter, message.Topic));
        return messages.TryGetValue(filter, out var only) ? [only] : [];
    }
}
