namespace Samples.Redis;

/// <summary>All databases of the server; every connection of the process shares them.</summary>
public sealed class Keyspace
{
    /// <summary>So many empty databases.</summary>
    /// <param name="databases">How many SELECT can choose from.</param>
    public Keyspace(int databases = 16)
        : this(TimeProvider.System, databases)
    {
    }

    internal Keyspace(TimeProvider clock, int databases = 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(databases);
        Clock = clock;
        Databases = [.. Enumerable.Range(0, databases).Select(_ => new Database(clock))];
    }

    /// <summary>The databases, by their number.</summary>
    public IReadOnlyList<Database> Databases { get; }

    /// <summary>What keys end by.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The database of this number; null when there is none.</summary>
    public Database? Find(long number) => number >= 0 && number < Databases.Count ? Databases[(int)number] : null;

    /// <summary>Deletes every key of every database.</summary>
    public void Clear()
    {
        foreach (var database in Databases) database.Clear();
    }
}
