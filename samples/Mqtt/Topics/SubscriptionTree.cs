namespace Samples.Mqtt;

/// <summary>Who has subscribed to what, as a tree of levels, so that a topic is compared with no filter twice. Not for several threads at once.</summary>
/// <typeparam name="T">A subscriber.</typeparam>
public sealed class SubscriptionTree<T>
    where T : class
{
    private readonly Node root = new();

    /// <summary>How many subscriptions there are.</summary>
    public int Count { get; private set; }

    /// <summary>No subscription has left a level behind.</summary>
    public bool IsEmpty => root.IsEmpty;

    /// <summary>Adds a subscription, or replaces the one that this subscriber has for exactly this filter.</summary>
    public void Set(string filter, T subscriber, Mqtt.QoS qos)
    {
        var node = root;
        foreach (var level in filter.AsSpan().Split('/')) node = node.Add(filter.AsSpan()[level]);
        var before = node.Subscribers.Count;
        node.Subscribers[subscriber] = qos;
        Count += node.Subscribers.Count - before;
    }

    /// <summary>Takes a subscription away. False: there is none for exactly this filter.</summary>
    public bool Remove(string filter, T subscriber)
    {
        var way = new Stack<Node>([root]);
        foreach (var level in filter.AsSpan().Split('/'))
        {
            if (!way.Peek().TryFind(filter.AsSpan()[level], out var child)) return false;
            way.Push(child);
        }

        if (!way.Peek().Subscribers.Remove(subscriber)) return false;
        Count--;
        // Levels that lead nowhere any more.
        while (way.Count > 1 && way.Pop() is { IsEmpty: true } empty) way.Peek().Drop(empty);
        return true;
    }

    /// <summary>
    /// Everybody who has subscribed to this topic, once each, with the highest quality of service of all filters that match (3.3.5).
    /// </summary>
    public IReadOnlyDictionary<T, Mqtt.QoS> Match(string topic)
    {
        var found = new Dictionary<T, Mqtt.QoS>();
        var here = new List<Node> { root };
        var next = new List<Node>();
        // 4.7.2: at the first level no wildcard stands for $SYS and its like.
        var hidden = TopicText.IsHidden(topic);
        // Level by level instead of node by node: the depth is the peer's to choose, and no stack may depend on it.
        foreach (var level in topic.AsSpan().Split('/'))
        {
            foreach (var node in here)
            {
                if (!hidden) Take(node.Below);
                if (!hidden && node.Any is { } any) next.Add(any);
                if (node.TryFindName(topic.AsSpan()[level], out var child)) next.Add(child);
            }

            (here, next) = (next, here);
            next.Clear();
            hidden = false;
        }

        foreach (var node in here)
        {
            Take(node);
            // 4.7.1.2: # stands for the level above it, too.
            Take(node.Below);
        }

        return found;

        void Take(Node? node)
        {
            if (node is null) return;
            foreach (var (subscriber, qos) in node.Subscribers)
                found[subscriber] = found.TryGetValue(subscriber, out var other) && other > qos ? other : qos;
        }
    }

    private sealed class Node(string name = "")
    {
        private readonly string name = name;
        private Dictionary<string, Node>? named;

        public Dictionary<T, Mqtt.QoS> Subscribers { get; } = [];

        /// <summary>The level <c>+</c>.</summary>
        public Node? Any { get; private set; }

        /// <summary>The level <c>#</c>.</summary>
        public Node? Below { get; private set; }

        public bool IsEmpty => Subscribers.Count == 0 && Any is null && Below is null && named is null or { Count: 0 };

        public Node Add(ReadOnlySpan<char> level)
        {
            if (level is "+") return Any ??= new Node("+");
            if (level is "#") return Below ??= new Node("#");
            if (TryFindName(level, out var child)) return child;
            var added = new Node(level.ToString());
            (named ??= [])[added.name] = added;
            return added;
        }

        public bool TryFind(ReadOnlySpan<char> level, out Node child)
        {
            if (level is not ("+" or "#")) return TryFindName(level, out child);
            child = (level is "+" ? Any : Below)!;
            return child is not null;
        }

        public bool TryFindName(ReadOnlySpan<char> level, out Node child)
        {
            child = null!;
            return named is not null && named.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(level, out child!);
        }

        public void Drop(Node child)
        {
            if (child == Any) Any = null;
            else if (child == Below) Below = null;
            else named!.Remove(child.name);
        }
    }
}
