namespace ProtoKit.Wire;

// What an answer's header repeats, where it does not stand in whole bytes.
public ref partial struct FieldWriter
{
    /// <summary>Repeats these bits of the header of the message that is answered; zero when there is none.</summary>
    /// <param name="at">The bits before them.</param>
    /// <param name="count">1 to 63.</param>
    public void EchoBits(int at, int count)
    {
        var said = new FieldReader(head).PeekBits(at, count);
        Bits(said < 0 ? 0L : said, count);
    }
}
