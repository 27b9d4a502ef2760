namespace ProtoKit.Concurrency;

/// <summary>The clients that are here now. Whoever comes or goes allocates nothing for it.</summary>
internal sealed class Attendance
{
    private readonly Lock gate = new();
    private Admission? first;

    public void Add(Admission admission)
    {
        lock (gate)
        {
            admission.Next = first;
            if (first is not null) first.Previous = admission;
            first = admission;
        }
    }

    public void Remove(Admission admission)
    {
        lock (gate)
        {
            if (admission.Previous is { } previous) previous.Next = admission.Next;
            else first = admission.Next;
            if (admission.Next is { } next) next.Previous = admission.Previous;
        }
    }

    /// <summary>All of them, as they are now.</summary>
    public IReadOnlyList<Admission> All()
    {
        lock (gate)
        {
            var all = new List<Admission>();
            for (var one = first; one is not null; one = one.Next) all.Add(one);
            return all;
        }
    }
}
