using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>How a command is answered.</summary>
internal sealed record CommandAnswer(string? Reply, bool Optional, bool OneWay)
{
    public static readonly CommandAnswer None = new(null, false, false);
}

/// <summary>Reads <c>IRequest&lt;TReply&gt;</c>, <c>IStream&lt;TItem, TEnd&gt;</c> or <c>IOneWay</c> off a command.</summary>
internal static class AnswerReader
{
    /// <summary>Null, after a report, unless the command says exactly once how it is answered.</summary>
    public static CommandAnswer? Read(ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role)
    {
        var asked = type.AllInterfaces.Where(part => part.OriginalDefinition.IsNamed(RuntimeNames.Request)).ToList();
        var oneWay = type.AllInterfaces.Any(part => part.IsNamed(RuntimeNames.OneWay));
        var streams = Streams(type);
        if (asked.Count + streams.Count + (oneWay ? 1 : 0) > 1)
        {
            scope.Report(role.OwnerPlace, MessageProblems.SeveralAnswers, type.Name);
            return null;
        }

        if (asked.Count == 1) return ReadReply(scope, type, asked[0].TypeArguments[0], role);
        if (streams.Count == 1) return CommandAnswer.None;
        // What continues another command is read inside that command's handler, which answers for both.
        if (oneWay || role.Text("Follows") is not null) return new(null, false, OneWay: true);
        scope.Report(role.OwnerPlace, MessageProblems.NoAnswerDeclared, type.Name);
        return null;
    }

    /// <summary>The stream that answers the command; null when none does, or after a report.</summary>
    public static StreamModel? ReadStream(ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role)
    {
        if (Streams(type) is not { Count: 1 } streams) return null;
        var (item, end) = (streams[0].TypeArguments[0], streams[0].TypeArguments[1]);
        if (!IsReply(scope, type, item, role, "IStream", 0) || !IsReply(scope, type, end, role, "IStream", 1)) return null;
        var values = new List<string>();
        foreach (var parameter in ((INamedTypeSymbol)end).PrimaryParameters())
        {
            if (SettingDefault.InCode(parameter, parameter.Type) is { } value) values.Add(value);
            else scope.Report(Place(type, "IStream", 1) ?? role.OwnerPlace, ConversationProblems.EndNeedsValue, end.Name, type.Name, parameter.Name);
        }

        return new(item.Name, end.Name, string.Join(", ", values));
    }

    private static List<INamedTypeSymbol> Streams(INamedTypeSymbol type) =>
        type.AllInterfaces.Where(part => part.OriginalDefinition.IsNamed(RuntimeNames.Stream)).ToList();

    private static CommandAnswer? ReadReply(ProtocolScope scope, INamedTypeSymbol type, ITypeSymbol declared, AppliedAttribute role)
    {
        var wrapped = declared.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var reply = wrapped ? ((INamedTypeSymbol)declared).TypeArguments[0] : declared;
        return IsReply(scope, type, reply, role, "IRequest", 0)
            ? new(reply.Name, wrapped || declared.NullableAnnotation == NullableAnnotation.Annotated, OneWay: false)
            : null;
    }

    private static bool IsReply(ProtocolScope scope, INamedTypeSymbol type, ITypeSymbol reply, AppliedAttribute role, string asked, int argument)
    {
        if (SymbolEqualityComparer.Default.Equals(reply.ContainingType, scope.Symbol)
            && (AppliedAttribute.On(reply, RuntimeNames.Reply) ?? AppliedAttribute.On(reply, RuntimeNames.Union)) is not null) return true;
        scope.Report(Place(type, asked, argument) ?? role.OwnerPlace, MessageProblems.NotAReply, type.Name, reply.Shown(), scope.Name);
        return false;
    }

    /// <summary>A type argument of the interface in the declaration's base list.</summary>
    private static Location? Place(INamedTypeSymbol type, string asked, int argument) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .OfType<TypeDeclarationSyntax>()
        .SelectMany(declaration => declaration.BaseList?.Types.Select(part => part.Type) ?? Enumerable.Empty<TypeSyntax>())
        .Select(part => part is QualifiedNameSyntax qualified ? qualified.Right : part)
        .OfType<GenericNameSyntax>()
        .FirstOrDefault(name => name.Identifier.ValueText == asked)
        ?.TypeArgumentList.Arguments.ElementAtOrDefault(argument)?.GetLocation();
}
