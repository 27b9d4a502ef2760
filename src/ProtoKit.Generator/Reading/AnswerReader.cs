using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoKit.Generator.Diagnostics;

namespace ProtoKit.Generator.Reading;

/// <summary>How a command is answered.</summary>
internal sealed record CommandAnswer(string? Reply, bool Optional, bool OneWay)
{
    public static readonly CommandAnswer None = new(null, false, false);
}

/// <summary>Reads <c>IRequest&lt;TReply&gt;</c> or <c>IOneWay</c> off a command.</summary>
internal static class AnswerReader
{
    /// <summary>Null, after a report, unless the command says exactly once how it is answered.</summary>
    public static CommandAnswer? Read(ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role)
    {
        var asked = type.AllInterfaces.Where(part => part.OriginalDefinition.IsNamed(RuntimeNames.Request)).ToList();
        var oneWay = type.AllInterfaces.Any(part => part.IsNamed(RuntimeNames.OneWay));
        if (asked.Count + (oneWay ? 1 : 0) > 1)
        {
            scope.Report(role.OwnerPlace, MessageProblems.SeveralAnswers, type.Name);
            return null;
        }

        if (asked.Count == 1) return ReadReply(scope, type, asked[0].TypeArguments[0], role);
        // What continues another command is read inside that command's handler, which answers for both.
        if (oneWay || role.Text("Follows") is not null) return new(null, false, OneWay: true);
        scope.Report(role.OwnerPlace, MessageProblems.NoAnswerDeclared, type.Name);
        return null;
    }

    private static CommandAnswer? ReadReply(ProtocolScope scope, INamedTypeSymbol type, ITypeSymbol declared, AppliedAttribute role)
    {
        var wrapped = declared.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var reply = wrapped ? ((INamedTypeSymbol)declared).TypeArguments[0] : declared;
        var isOurs = SymbolEqualityComparer.Default.Equals(reply.ContainingType, scope.Symbol) 
            && (AppliedAttribute.On(reply, RuntimeNames.Reply) ?? AppliedAttribute.On(reply, RuntimeNames.Union)) is not null;
        if (isOurs) return new(reply.Name, wrapped || declared.NullableAnnotation == NullableAnnotation.Annotated, OneWay: false);
        scope.Report(Place(type) ?? role.OwnerPlace, MessageProblems.NotAReply, type.Name, reply.Shown(), scope.Name);
        return null;
    }

    /// <summary>The type argument of the IRequest in the declaration's base list.</summary>
    private static Location? Place(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .OfType<TypeDeclarationSyntax>()
        .SelectMany(declaration => declaration.BaseList?.Types.Select(part => part.Type) ?? Enumerable.Empty<TypeSyntax>())
        .Select(part => part is QualifiedNameSyntax qualified ? qualified.Right : part)
        .OfType<GenericNameSyntax>()
        .FirstOrDefault(name => name.Identifier.ValueText == "IRequest")
        ?.TypeArgumentList.Arguments.FirstOrDefault()?.GetLocation();
}
