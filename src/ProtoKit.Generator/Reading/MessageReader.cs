using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads one record: its shape, its fields, its template, and what they put on the wire.</summary>
internal static class MessageReader
{
    /// <summary>Null, after reports, when the record cannot be a message.</summary>
    public static MessageReading? Read(ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role, MessageKind kind)
    {
        if (!MessageShape.Check(scope, type, role)) return null;
        if ((role.Text() ?? (kind == MessageKind.Line ? "" : null)) is not { } text)
        {
            scope.IsUnreadable = true;
            return null;
        }

        var fields = FieldReader.ReadAll(scope, type);
        var template = TemplateReader.Read(scope, text, role.First, role.FirstPlace);
        var answer = kind == MessageKind.Command ? AnswerReader.Read(scope, type, role) : CommandAnswer.None;
        if (fields is null || template is null || answer is null) return null;
        if (kind != MessageKind.Command && LayoutOf(scope, role, kind) == MessageLayout.Items) fields = fields.Select(field => field with { IsItem = true }).ToList();
        if (!TailReader.TryRead(scope, kind, fields, out var tail)) return null;
        if (HeadReader.Read(scope, type.Name, template, fields) is not { } head) return null;
        if (!SaysSomething(scope, type, role, kind, head, tail) || !FitsLine(scope, type, role, head)) return null;
        if (kind == MessageKind.Fault && !FaultFields.Check(scope, type, role, fields)) return null;

        var steps = Steps(head, tail).ToEquatableArray();
        var model = new MessageModel(
            kind,
            type.Name,
            type.IsValueType,
            role.Text("Summary"),
            text,
            head.FirstOrDefault()?.Step is LiteralStep verb ? verb.Text : "",
            VerbMatch.None,
            answer.Reply,
            answer.Optional,
            answer.OneWay,
            role.Text("Follows"),
            role.Flag("Closes"),
            kind == MessageKind.Fault ? FaultFields.Answers(scope, role) : null,
            fields.Select(field => field.Model).ToEquatableArray(),
            steps,
            type.IsSealed,
            type.Declares("PrintMembers"))
        {
            Layout = LayoutOf(scope, role, kind),
            Trouble = kind == MessageKind.Fault ? FaultFields.Trouble(scope, role) : null,
        };
        return new(model, fields, role.OwnerPlace, role.FirstPlace, role);
    }

    private static MessageLayout LayoutOf(ProtocolScope scope, AppliedAttribute role, MessageKind kind)
    {
        if (scope.Wire.Kind != WireKind.Envelope) return MessageLayout.Text;
        return kind == MessageKind.Command || role.Flag("Enveloped") ? MessageLayout.Items : MessageLayout.Line;
    }

    // A message that is nothing but a marked body has no line: its place in the conversation tells what it is.
    private static IEnumerable<Step> Steps(IReadOnlyList<HeadStep> head, Step? tail)
    {
        foreach (var step in head) yield return step.Step;
        if (head.Count > 0 || tail is not BodyUntilStep) yield return new EndStep();
        if (tail is not null) yield return tail;
    }

    private static bool SaysSomething(
        ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role, MessageKind kind, IReadOnlyList<HeadStep> head, Step? tail)
    {
        var emptyLine = kind == MessageKind.Reply && scope.Wire.Kind == WireKind.Text && tail is null;
        if (head.Count > 0 || tail is BodyUntilStep || emptyLine) return true;
        scope.Report(role.FirstPlace, TemplateProblems.NothingToSay, type.Name);
        return false;
    }

    private static bool FitsLine(ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role, IReadOnlyList<HeadStep> head)
    {
        var bytes = head.Sum(step => step.Step is LiteralStep literal ? Encoding.UTF8.GetByteCount(literal.Text) : 0);
        var (limit, name) = scope.Wire.Kind switch
        {
            WireKind.Text => (scope.Wire.MaxLine, "MaxLine"),
            WireKind.Unframed => (scope.Wire.ReadSize, "ReadSize"),
            _ => ((int)scope.Wire.MaxFrame, "MaxFrame"),
        };
        if (bytes <= limit) return true;
        scope.Report(role.FirstPlace, TemplateProblems.TooLong, type.Name, Digits(bytes), name, Digits(limit));
        return false;
    }

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}
