namespace ProtoKit.Wire;

public ref partial struct FieldReader
{
    /// <summary>Records a failure when a declared rule does not hold; a value that is not even what its type says is the graver failure.</summary>
    /// <param name="holds">The rule holds.</param>
    /// <param name="field">The field, for faults.</param>
    /// <param name="reason">What is wrong, such as <c>is not between 1 and 125</c>.</param>
    public void Rule(bool holds, string field, string reason)
    {
        if (!holds) Note(Rank.Validation, FaultKind.BadArgument, field, reason);
    }

    /// <summary>Records a failure when a list has fewer items than it has to have.</summary>
    /// <param name="holds">There are enough.</param>
    /// <param name="field">The list, for faults.</param>
    /// <param name="reason">What is wrong.</param>
    public void Enough(bool holds, string field, string reason)
    {
        if (!holds) Note(Rank.Validation, FaultKind.BadArgument, field, reason, ArgumentTrouble.Number);
    }
}
