using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProtoKit.Generator.Lifetime;

/// <summary>How a lent value is copied, where that can be said in one expression: what the code fix reads from the diagnostic.</summary>
internal static class LentCopy
{
    private const string Key = "copy";

    /// <summary>
    /// <c>ToArray</c> for bytes; the names of its fields for a record whose lending fields are all bytes; nothing for what takes a loop or a condition.
    /// </summary>
    public static ImmutableDictionary<string, string?> For(IOperation value, LendingTypes types)
    {
        var none = ImmutableDictionary<string, string?>.Empty;
        if (value is IConditionalAccessOperation || value.Type is not { } type) return none;
        if (LendingTypes.IsBytes(type)) return none.Add(Key, "ToArray");
        if (!type.IsRecord || type.IsAbstract) return none;
        var members = type.GetMembers().OfType<IPropertySymbol>().Where(property => !property.IsStatic && types.Lends(property.Type)).ToList();
        return members.All(member => member.SetMethod is not null && LendingTypes.IsBytes(member.Type))
            ? none.Add(Key, string.Join(",", members.Select(member => member.Name)))
            : none;
    }
}
