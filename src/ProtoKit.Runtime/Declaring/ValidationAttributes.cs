namespace ProtoKit;

/// <summary>The number, or each number of the list, lies between these two, both included. Checked on both sides.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BetweenAttribute : Attribute
{
    /// <summary>Between two whole numbers.</summary>
    public BetweenAttribute(long least, long most) => (Least, Most) = (least, most);

    /// <summary>Between two numbers.</summary>
    public BetweenAttribute(double least, double most) => (Least, Most) = (least, most);

    /// <summary>The least value.</summary>
    public object Least { get; }

    /// <summary>The greatest value.</summary>
    public object Most { get; }
}

/// <summary>The value is one of these. Checked on both sides.</summary>
/// <param name="values">Constants of the field's type.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OneOfAttribute(params object[] values) : Attribute
{
    /// <summary>The values.</summary>
    public IReadOnlyList<object> Values { get; } = values;
}

/// <summary>The string (in UTF-8) or the bytes have at most this length. Checked on both sides.</summary>
/// <param name="bytes">The most bytes.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MaxBytesAttribute(int bytes) : Attribute
{
    /// <summary>The most bytes.</summary>
    public int Bytes { get; } = bytes;
}

/// <summary>The list has at least this many items. Checked on both sides.</summary>
/// <param name="items">The fewest items.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class AtLeastAttribute(int items) : Attribute
{
    /// <summary>The fewest items.</summary>
    public int Items { get; } = items;
}
