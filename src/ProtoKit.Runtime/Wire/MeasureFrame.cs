namespace ProtoKit.Wire;

/// <summary>
/// Reads one message only to learn where it ends: <see cref="FieldReader.Position"/>, unless <see cref="FieldReader.RanOut"/>. False: no message has its tag.
/// </summary>
/// <param name="fields">The bytes that have come.</param>
public delegate bool MeasureFrame(ref FieldReader fields);
