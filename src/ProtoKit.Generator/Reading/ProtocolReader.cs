using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Checking;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading.Binary;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads one protocol class, from its attributes to its last record. Never throws: what goes wrong comes back as a problem.</summary>
internal static class ProtocolReader
{
    public static ProtocolReading Read(GeneratorAttributeSyntaxContext context, CancellationToken cancel)
    {
        try
        {
            return context.TargetSymbol is INamedTypeSymbol symbol && IsFirst(context, symbol)
                ? Read(new ProtocolScope(symbol, context.SemanticModel.Compilation, cancel))
                : ProtocolReading.Nothing;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new(null, null, new[] { Problem.Of(failure, context.TargetSymbol.Name, context.TargetSymbol.Place()) }.ToEquatableArray());
        }
    }

    // With the attribute on two parts of one class (an error that the compiler tells), both parts come here.
    private static bool IsFirst(GeneratorAttributeSyntaxContext context, INamedTypeSymbol symbol) =>
        AppliedAttribute.On(symbol, RuntimeNames.Protocol)?.Syntax?.Parent?.Parent is not { } owner || owner == context.TargetNode;

    private static ProtocolReading Read(ProtocolScope scope)
    {
        if (AppliedAttribute.On(scope.Symbol, RuntimeNames.Protocol) is not { } role || scope.Name.Length == 0) return ProtocolReading.Nothing;
        var model = ReadModel(scope, role);
        var label = model is null ? null : new ProtocolLabel(model.Name, model.FullName, role.FirstPlace);
        return new(scope.HasErrors ? null : model, label, scope.Problems.ToEquatableArray());
    }

    private static ProtocolModel? ReadModel(ProtocolScope scope, AppliedAttribute role)
    {
        var shaped = ClassReader.CheckShape(scope, role);
        var name = ClassReader.ReadName(scope, role);
        var port = ClassReader.ReadPort(scope, role);
        if (!shaped || !WireReader.Read(scope, role)) return null;
        var unions = UnionReader.ReadAll(scope);
        if (AppliedAttribute.On(scope.Symbol, RuntimeNames.Envelope) is { } envelope && !scope.HasErrors) EnvelopeReader.Complete(scope, envelope, unions);
        var limits = LimitsReader.Read(scope);
        var messages = ReadMessages(scope);
        ReservedNames.Check(scope);
        UnionReader.CheckAnswers(scope, unions, messages);
        // Rules about the whole would only repeat what is wrong with its parts.
        if (!scope.HasErrors) ProtocolRules.Check(scope, messages, role);
        if (name is null) return null;

        return new(
            scope.Symbol.ContainingNamespace.FullName(),
            scope.Name,
            scope.Symbol.DeclaredAccessibility == Accessibility.Public ? "public" : "internal",
            name,
            port,
            role.Text("Summary"),
            scope.Wire,
            limits,
            messages.Select(message => message.Model).Concat(Answering(unions, messages)).ToEquatableArray(),
            scope.Tokens.Models,
            scope.Enums.Models)
        {
            Parts = scope.Parts.Models.Concat(scope.Groups.Models).OrderBy(part => part.Name, System.StringComparer.Ordinal).ToEquatableArray(),
            Unions = unions.ToEquatableArray(),
            States = StateReader.ReadAll(scope),
            Correlated = ConversationReader.Correlated(scope),
        };
    }

    // A union that answers commands is a message too.
    private static IEnumerable<MessageModel> Answering(IReadOnlyList<UnionModel> unions, List<MessageReading> messages) => unions
        .Where(union => messages.Any(message => message.Model.Reply == union.Name))
        .Select(UnionReader.AsReply);

    private static List<MessageReading> ReadMessages(ProtocolScope scope)
    {
        var messages = new List<MessageReading>();
        foreach (var type in scope.Symbol.GetTypeMembers().OrderBy(type => SymbolNames.Order(type.Place()), PlaceOrder.Instance))
        {
            scope.Cancel.ThrowIfCancellationRequested();
            // While someone types, a record may have no name yet: the compiler tells.
            if (type.Name.Length == 0) scope.IsUnreadable = true;
            else if (RoleReader.Read(scope, type) is { } role && ReadRole(scope, type, role.Attribute, role.Kind) is { } message) messages.Add(message);
        }

        return messages.ConvertAll(message => Matched(scope, message, messages));
    }

    private static MessageReading? ReadRole(ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role, MessageKind? kind)
    {
        if (kind is { } message)
        {
            var read = IsOfBytes(scope, role) ? BinaryMessageReader.Read(scope, type, role, message) : MessageReader.Read(scope, type, role, message);
            return read is null ? null : ConversationReader.Read(scope, type, read);
        }

        scope.Tokens.ReadNested(scope, type, role);
        return null;
    }

    // In an envelope, commands are words; what answers them may be bytes with a tag.
    private static bool IsOfBytes(ProtocolScope scope, AppliedAttribute role) => scope.Wire.Kind == WireKind.Binary
        || (scope.Wire.Kind == WireKind.Envelope && role.Values.Count > 0 && role.Values[0].Value is not string);

    private static MessageReading Matched(ProtocolScope scope, MessageReading message, List<MessageReading> all)
    {
        if (message.Model.IsBinary) return message;
        var others = message.Model.Kind == MessageKind.Command
            && all.Any(other => other.Model is { Kind: MessageKind.Command, Verb.Length: 0, Follows: null });
        var match = VerbMatching.Of(message.Model, wholeLine: others || scope.Wire.Kind == WireKind.Unframed);
        return message with { Model = message.Model with { Match = match } };
    }
}
