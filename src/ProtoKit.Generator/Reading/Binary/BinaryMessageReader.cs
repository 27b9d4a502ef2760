using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>Reads one record whose message is bytes: the header's part of it, then its fields.</summary>
internal static class BinaryMessageReader
{
    /// <summary>Null, after reports, when the record cannot be a message.</summary>
    public static MessageReading? Read(ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role, MessageKind kind)
    {
        if (!MessageShape.Check(scope, type, role)) return null;
        var tagged = TryTag(scope, type, role, out var tag);
        var fields = BinaryFieldReader.ReadAll(scope, type);
        var answer = kind == MessageKind.Command ? AnswerReader.Read(scope, type, role) : CommandAnswer.None;
        if (!tagged || fields is null || answer is null) return null;
        if (HeaderSteps.Of(scope, type, fields, tag) is not { } header) return null;
        var own = fields.Where(field => field.Header is null).ToList();
        if (!LayoutRules.Check(scope, own, wholeBytes: true)) return null;
        var readings = fields.Select(field => new FieldReading(field.Model, field.Place)).ToList();
        if (kind == MessageKind.Fault && !FaultFields.Check(scope, type, role, readings)) return null;

        var model = new MessageModel(
            kind,
            type.Name,
            type.IsValueType,
            role.Text("Summary"),
            Template: "",
            Verb: "",
            VerbMatch.None,
            answer.Reply,
            answer.Optional,
            answer.OneWay,
            role.Text("Follows"),
            role.Flag("Closes"),
            kind == MessageKind.Fault ? FaultFields.Answers(scope, role) : null,
            readings.Select(field => field.Model).ToEquatableArray(),
            header.Concat(own.Select(field => field.Step)).Cast<Step>().ToEquatableArray(),
            type.IsSealed,
            type.Declares("PrintMembers"))
        {
            Layout = MessageLayout.Binary,
            Tag = tag,
        };
        return new(model, readings, role.OwnerPlace, role.FirstPlace, role);
    }

    // Without a tag, only the place of a message tells what it is; text is no tag.
    private static bool TryTag(ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role, out long? tag)
    {
        tag = null;
        if (role.Values.Count == 0) return true;
        var given = role.Values[0];
        tag = given.IsNull || given.Kind is not (TypedConstantKind.Primitive or TypedConstantKind.Enum) ? null : Constants.Number(given.Value);
        var bits = scope.Header.TagForm?.Bits ?? 0;
        if (tag is null) scope.Report(role.FirstPlace, BinaryProblems.BadTag, Constants.Of(given), type.Name, "a tag is a number, a character or a member of an enum");
        else if (bits == 0) scope.Report(role.FirstPlace, BinaryProblems.BadTag, Constants.Of(given), type.Name, "the header has no [Tag]");
        else if (tag < 0 || (bits < 63 && tag >= 1L << bits)) scope.Report(role.FirstPlace, BinaryProblems.BadTag, Constants.Of(given), type.Name, $"it has {bits} bits");
        else return true;
        return false;
    }
}
