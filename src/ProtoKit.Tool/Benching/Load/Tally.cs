namespace ProtoKit.Tool.Benching.Load;

/// <summary>What a load came to, counted by one thread.</summary>
internal sealed class Tally
{
    public Histogram Times { get; } = new();

    /// <summary>Replies that were what they had to be.</summary>
    public long Answers => Times.Count;

    /// <summary>Faults of the protocol.</summary>
    public long Faults { get; set; }

    /// <summary>Replies that are no fault, and not the reply either.</summary>
    public long Wrong { get; set; }

    /// <summary>Connections that the server ended.</summary>
    public long Closed { get; set; }

    /// <summary>Connections that did not come about.</summary>
    public long Refused { get; set; }

    /// <summary>Datagrams that were not answered in time.</summary>
    public long Lost { get; set; }

    public long Errors => Faults + Wrong + Closed + Refused + Lost;

    /// <summary>The first fault or wrong reply, for a person; null when there was none.</summary>
    public string? Example { get; set; }

    /// <summary>Adds what another thread counted.</summary>
    public void Add(Tally other)
    {
        Times.Add(other.Times);
        Faults += other.Faults;
        Wrong += other.Wrong;
        Closed += other.Closed;
        Refused += other.Refused;
        Lost += other.Lost;
        Example ??= other.Example;
    }

    public void Clear()
    {
        Times.Clear();
        (Faults, Wrong, Closed, Refused, Lost, Example) = (0, 0, 0, 0, 0, null);
    }
}
