namespace ProtoKit.Reference;

internal enum BinaryRank { Validation, Type, Arity }

/// <summary>The faults of one message: of several, arity comes before types before validation, and of equals the first.</summary>
internal sealed class BinaryFaults(BinaryTwist twist)
{
    private readonly List<(BinaryRank Rank, string Kind)> faults = [];

    public string? Told => faults.Count == 0 ? null
        : twist == BinaryTwist.FirstFaultWins ? faults[0].Kind
        : faults.First(fault => fault.Rank == faults.Max(other => other.Rank)).Kind;

    public void Add(BinaryRank rank, string kind) => faults.Add((rank, kind));

    /// <summary>What is told when this comes last.</summary>
    public string ToldWith(BinaryRank rank, string kind)
    {
        var all = new BinaryFaults(twist);
        all.faults.AddRange(faults);
        all.Add(rank, kind);
        return all.Told!;
    }
}
