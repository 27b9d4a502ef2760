namespace ProtoKit.Wire;

public ref partial struct FieldReader
{
    /// <summary>
    /// Records that the command may not come now, which is graver than anything that may be wrong with its fields; they can still be read, to find
    /// what follows them.
    /// </summary>
    public FieldReader NotNow()
    {
        uncounted = true;
        Note(Rank.Arity, FaultKind.WrongState, null, "this command may not come now");
        return this;
    }
}
