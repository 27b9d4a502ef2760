using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>Reads the unions of a protocol: abstract records whose nested records are told apart by a tag.</summary>
internal static class UnionReader
{
    /// <summary>All of them, in the order of the declaration. What cannot be a union is reported.</summary>
    public static IReadOnlyList<UnionModel> ReadAll(ProtocolScope scope)
    {
        var unions = new List<UnionModel>();
        foreach (var type in scope.Symbol.GetTypeMembers().OrderBy(type => SymbolNames.Order(type.Place()), PlaceOrder.Instance))
        {
            if (AppliedAttribute.On(type, RuntimeNames.Union) is not null && Read(scope, type) is { } union) unions.Add(union);
        }

        return unions;
    }

    /// <summary>A union that answers has no header, so that it can only be told where messages have none.</summary>
    public static void CheckAnswers(ProtocolScope scope, IReadOnlyList<UnionModel> unions, IReadOnlyList<MessageReading> messages)
    {
        if (scope.Header.Fields.Count == 0) return;
        foreach (var union in unions.Where(union => messages.Any(message => message.Model.Reply == union.Name)))
            Bad(scope, scope.Symbol.GetTypeMembers(union.Name)[0], "it answers a command, but has no header", "Answer with a [Reply] that holds it");
    }

    /// <summary>The union as a message that answers commands.</summary>
    public static MessageModel AsReply(UnionModel union) => new(
        MessageKind.Reply,
        union.Name,
        IsValueType: false,
        Summary: null,
        Template: "",
        Verb: "",
        VerbMatch.None,
        Reply: null,
        ReplyOptional: false,
        OneWay: false,
        Follows: null,
        Closes: false,
        Answers: null,
        EquatableArray<FieldModel>.Empty,
        new[] { (Step)new UnionStep("", union.Name) }.ToEquatableArray(),
        IsSealed: false,
        HasPrintMembers: false)
    {
        Layout = MessageLayout.Binary,
        IsUnion = true,
    };

    private static UnionModel? Read(ProtocolScope scope, INamedTypeSymbol type)
    {
        if (type is not { IsRecord: true, IsAbstract: true, IsGenericType: false } || !type.IsPartial())
            return Bad(scope, type, "it is none", $"Declare it as 'abstract partial record {type.Name}'");
        var cases = new List<CaseModel>();
        foreach (var nested in type.GetTypeMembers().OrderBy(nested => SymbolNames.Order(nested.Place()), PlaceOrder.Instance))
        {
            if (AppliedAttribute.On(nested, RuntimeNames.Case) is not { } role) continue;
            if (ReadCase(scope, type, nested, role) is not { } one) return null;
            if (cases.FirstOrDefault(other => other.Tag == one.Tag) is { } other)
            {
                scope.Report(role.FirstPlace, BinaryProblems.SameTag, other.Name, one.Name, Constants.Of(role.Values[0]));
                return null;
            }

            cases.Add(one);
        }

        return cases.Count == 0 ? Bad(scope, type, "it has no case", "Nest records in it that are marked [Case]") : new(type.Name, cases.ToEquatableArray());
    }

    private static CaseModel? ReadCase(ProtocolScope scope, INamedTypeSymbol union, INamedTypeSymbol type, AppliedAttribute role)
    {
        if (!type.IsRecord || type.IsValueType || type.IsAbstract || type.IsGenericType || type.DeclaredAccessibility < union.DeclaredAccessibility || !SymbolEqualityComparer.Default.Equals(type.BaseType, union))
        {
            Bad(scope, union, $"'{type.Name}' is no case of it", $"Declare it as 'sealed record {type.Name}(...) : {union.Name}'");
            return null;
        }

        if (role.Values.Count == 0 || Constants.Byte(role.Values[0]) is not { } tag)
        {
            scope.Report(role.FirstPlace, BinaryProblems.BadTag, role.Values.Count == 0 ? "?" : Constants.Of(role.Values[0]), type.Name, "a tag of a union is one byte");
            return null;
        }

        if (BinaryFieldReader.ReadAll(scope, type) is not { } fields || !LayoutRules.Check(scope, fields, wholeBytes: true)) return null;
        return new(type.Name, tag, fields.Select(field => field.Model).ToEquatableArray(), fields.Select(field => (Step)field.Step).ToEquatableArray());
    }

    private static UnionModel? Bad(ProtocolScope scope, INamedTypeSymbol type, string trouble, string cure)
    {
        scope.Report(type.Place(), BinaryProblems.BadUnion, type.Name, trouble, cure);
        return null;
    }
}
