using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads constructor parameters as settings, and those of shared objects beneath them.</summary>
internal sealed class SettingReader(INamedTypeSymbol server, Location place, Compilation compilation, List<Problem> problems)
{
    private readonly Stack<INamedTypeSymbol> making = new();
    private readonly Dictionary<string, string> types = [];

    /// <summary>Null, after a report, when one of the parameters cannot be filled.</summary>
    public EquatableArray<SettingModel>? ReadAll(IMethodSymbol constructor)
    {
        var settings = new List<SettingModel>();
        foreach (var parameter in constructor.Parameters)
        {
            if (Read(parameter) is not { } setting) return null;
            settings.Add(setting);
        }

        return settings.ToEquatableArray();
    }

    private SettingModel? Read(IParameterSymbol parameter)
    {
        // A parameter without a name, or with one of underscores only, is nothing that a command line could say.
        if (KebabCase.Of(parameter.Name).Length == 0) return parameter.Name.Length == 0 ? null : NotASetting(parameter, "Give it a name with letters");
        var wrapped = parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var type = wrapped ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0] : parameter.Type;
        if (parameter.RefKind != RefKind.None || parameter.IsParams) return NotASetting(parameter, "Make it an ordinary parameter");
        if (type.TypeKind == TypeKind.Error) return NotASetting(parameter, "Declare the type or add its using");
        if (!compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)) return NotASetting(parameter, "Make the type public or internal");
        if (KindOf(type) is not { } kind)
            return NotASetting(parameter, "Use a type that reads itself from text, or a class with one public constructor");

        var shared = EquatableArray<SettingModel>.Empty;
        if (kind == SettingKind.Shared)
        {
            if (ReadShared(parameter, (INamedTypeSymbol)type) is not { } beneath) return null;
            shared = beneath;
        }

        var setting = new SettingModel(
            KebabCase.Of(parameter.Name),
            type.InCode(),
            kind,
            wrapped || parameter.NullableAnnotation == NullableAnnotation.Annotated,
            SettingDefault.InCode(parameter, type),
            SettingDefault.Shown(parameter, type),
            kind == SettingKind.Enum ? Words(type) : EquatableArray<EnumWord>.Empty,
            shared);
        return kind == SettingKind.Shared || IsOfOneType(parameter, setting) ? setting : null;
    }

    private EquatableArray<SettingModel>? ReadShared(IParameterSymbol parameter, INamedTypeSymbol type)
    {
        if (making.Contains(type, SymbolEqualityComparer.Default))
        {
            Report(parameter, ServerProblems.SettingCycle, type.Name, server.Name);
            return null;
        }

        making.Push(type);
        var settings = ReadAll(ConstructorChoice.Of(type)!);
        making.Pop();
        return settings;
    }

    private static SettingKind? KindOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => SettingKind.Text,
        { SpecialType: SpecialType.System_Boolean } => SettingKind.Bool,
        { TypeKind: TypeKind.Enum } => SettingKind.Enum,
        _ when type.IsNamed(RuntimeNames.TimeSpan) => SettingKind.Duration,
        _ when type.IsNamed(RuntimeNames.DirectoryInfo) => SettingKind.Directory,
        _ when type.IsNamed(RuntimeNames.FileInfo) => SettingKind.File,
        _ when Parses(type) => SettingKind.Parsed,
        INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false } made
            when ConstructorChoice.Of(made) is not null && !HasRequired(made) => SettingKind.Shared,
        _ => null,
    };

    private static bool Parses(ITypeSymbol type) => type.AllInterfaces.Any(part =>
        part.OriginalDefinition.IsNamed(RuntimeNames.Parsable) && SymbolEqualityComparer.Default.Equals(part.TypeArguments[0], type));

    private static bool HasRequired(INamedTypeSymbol type)
    {
        for (var owner = type; owner is not null; owner = owner.BaseType)
        {
            if (owner.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })) return true;
        }

        return false;
    }

    /// <summary>A word that [EnumMember] gives, or the member's name as command lines spell it.</summary>
    private static EquatableArray<EnumWord> Words(ITypeSymbol type) => type.GetMembers()
        .OfType<IFieldSymbol>()
        .Where(member => member.IsConst)
        .Select(member => new EnumWord(member.Name, SettingDefault.WordOf(member)))
        .ToEquatableArray();

    // One name is one setting, whichever of the objects beneath a server asks for it.
    private bool IsOfOneType(IParameterSymbol parameter, SettingModel setting)
    {
        if (!types.TryGetValue(setting.Name, out var other)) types[setting.Name] = other = setting.Type;
        if (other == setting.Type) return true;
        Report(parameter, ServerProblems.SettingClash, setting.Name, other.Replace("global::", ""), setting.Type.Replace("global::", ""), server.Name);
        return false;
    }

    private SettingModel? NotASetting(IParameterSymbol parameter, string cure)
    {
        Report(parameter, ServerProblems.NotASetting, parameter.Name, parameter.Type.Shown(), server.Name, cure);
        return null;
    }

    /// <summary>On the parameter, or, when its constructor is another assembly's, on the server.</summary>
    private void Report(IParameterSymbol parameter, DiagnosticDescriptor descriptor, params string[] arguments) =>
        problems.Add(Problem.At(parameter.Place() is { IsInSource: true } own ? own : place, descriptor, arguments));
}
