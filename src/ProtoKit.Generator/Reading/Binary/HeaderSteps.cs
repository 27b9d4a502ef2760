using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>The header as one message has it: with its tag, the values that it states, and the fields that it holds.</summary>
internal static class HeaderSteps
{
    /// <summary>Null, after a report, when the message speaks of something that the header has not.</summary>
    public static IReadOnlyList<BinaryStep>? Of(ProtocolScope scope, INamedTypeSymbol type, IReadOnlyList<BinaryField> fields, long? tag)
    {
        var header = scope.Header;
        var stated = AppliedAttribute.AllOn(type, RuntimeNames.HeaderValue);
        if (!Known(scope, header, stated, fields)) return null;
        if (header.Fields.Count == 0) return tag is null ? [] : [PartReader.Tag((byte)tag.Value) with { Name = "tag" }];
        var steps = new List<BinaryStep>();
        foreach (var field in header.Fields)
        {
            if (Step(scope, field, stated, fields, tag) is not { } step) return null;
            steps.Add(step);
        }

        return steps;
    }

    private static BinaryStep? Step(
        ProtocolScope scope, BinaryField header, IReadOnlyList<AppliedAttribute> stated, IReadOnlyList<BinaryField> fields, long? tag)
    {
        var number = (NumberStep)header.Step with { Name = header.Name, Field = "" };
        if (fields.FirstOrDefault(field => NameOf(field.Header) == header.Name) is { } held) return Held(scope, header, number, held);
        if (number.Role == NumberRole.Tag) return number with { Expect = tag };
        if (stated.FirstOrDefault(value => NameOf(value) == header.Name) is not { } said) return number;
        var constant = said.Values.Count > 1 ? said.Values[1] : default;
        if (ExpectReader.Number(header.Model, constant) is { } value && ExpectReader.Fits(number.Number, value)) return number with { Expect = value };
        scope.Report(said.PlaceOf(1), BinaryProblems.WrongConstant, constant.IsNull ? "null" : Constants.Of(constant), header.Name);
        return null;
    }

    // A number is the header's own; a record of as many bits takes its place.
    private static BinaryStep? Held(ProtocolScope scope, BinaryField header, NumberStep number, BinaryField held)
    {
        if (held.Step is NumberStep own && own.Number.Bits == number.Number.Bits && held.Model.Kind == header.Model.Kind)
            return number with { Field = held.Name, Expect = own.Expect };
        var (wanted, given) = (LayoutRules.Bits(scope, header.Step), LayoutRules.Bits(scope, held.Step));
        if (wanted is not null && wanted == given) return held.Step;
        scope.Report(held.Place, BinaryProblems.HeaderMismatch, held.Name, Width(given), header.Name, Width(wanted));
        return null;
    }

    private static bool Known(ProtocolScope scope, HeaderReading header, IReadOnlyList<AppliedAttribute> stated, IReadOnlyList<BinaryField> fields)
    {
        var of = header.Name.Length == 0 ? "; this wire has none" : $" '{header.Name}'";
        var unknown = stated.Concat(fields.Select(field => field.Header).Where(mark => mark is not null).Select(mark => mark!))
            .Where(mark => header.Find(NameOf(mark) ?? "") is null)
            .ToList();
        foreach (var mark in unknown) scope.Report(mark.PlaceOf(0), BinaryProblems.NoSuchHeaderField, NameOf(mark) ?? "", of);
        return unknown.Count == 0;
    }

    private static string? NameOf(AppliedAttribute? mark) => mark?.Values.FirstOrDefault().Value as string;

    private static string Width(int? bits) => bits is null ? "no fixed width" : $"{bits} bits";
}
