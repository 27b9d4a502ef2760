using System.Collections.Immutable;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Checking;

/// <summary>No two protocols of a project have one name.</summary>
internal static class NameRules
{
    public static EquatableArray<Problem> Check(ImmutableArray<ProtocolLabel> labels) => labels
        .GroupBy(label => label.Name)
        .SelectMany(same =>
        {
            var inOrder = same.OrderBy(label => SymbolNames.Order(label.Place), PlaceOrder.Instance).ToList();
            return inOrder.Skip(1).Select(
                label => Problem.At(label.Place, ProtocolProblems.SameName, inOrder[0].ClassName, label.ClassName, label.Name));
        })
        .ToEquatableArray();
}
