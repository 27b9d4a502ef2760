namespace ProtoKit.Wire;

/// <summary>How far the search for the end of a frame has come, so that no byte is looked at twice.</summary>
internal struct FrameSearch
{
    /// <summary>Bytes that have to be there before it is worth looking again.</summary>
    public long Needed;

    /// <summary>Bytes in which the delimiter is not; of an envelope: behind <see cref="At"/>.</summary>
    public long Seen;

    /// <summary>Of an envelope: the bytes of the values that are whole. Of fields: where a text begins whose end was not in what had come.</summary>
    public long At;

    /// <summary>Of an envelope: values that are still to come.</summary>
    public long Values;
}
