using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting.Binary;

/// <summary>A condition of a declaration, as an expression.</summary>
internal static class Condition
{
    /// <summary>In the emitted part outside the user's namespace.</summary>
    /// <param name="member">The expression that holds the member.</param>
    public static string Of(Spelling spelling, WhenModel when, string member) => Of(when, member, spelling.Constant(when.Shown));

    /// <summary>In the user's partial class.</summary>
    /// <param name="member">The expression that holds the member.</param>
    public static string Of(WhenModel when, string member) => Of(when, member, when.Shown);

    private static string Of(WhenModel when, string member, string constant)
    {
        var value = when.Part is { } part ? $"{member}.{CSharp.Name(part)}" : member;
        if (when.Shown is "true" or "false")
            return (when.Shown == "true") == (when.Comparison == ComparisonKind.Equal) ? value : $"!{value}";
        var sign = when.Comparison switch
        {
            ComparisonKind.NotEqual => "!=",
            ComparisonKind.Less => "<",
            ComparisonKind.Greater => ">",
            _ => "==",
        };
        return $"{value} {sign} {constant}";
    }
}
