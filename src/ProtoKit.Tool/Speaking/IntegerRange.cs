namespace ProtoKit.Tool.Speaking;

/// <summary>What the integers of a declaration can hold.</summary>
internal static class IntegerRange
{
    public static bool Holds(string type, Int128 value) => type.TrimEnd('?') switch
    {
        "byte" => value >= byte.MinValue && value <= byte.MaxValue,
        "sbyte" => value >= sbyte.MinValue && value <= sbyte.MaxValue,
        "short" => value >= short.MinValue && value <= short.MaxValue,
        "ushort" => value >= ushort.MinValue && value <= ushort.MaxValue,
        "int" => value >= int.MinValue && value <= int.MaxValue,
        "uint" => value >= uint.MinValue && value <= uint.MaxValue,
        "long" => value >= long.MinValue && value <= long.MaxValue,
        "ulong" => value >= ulong.MinValue && value <= ulong.MaxValue,
        _ => true,
    };
}
