using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads the rules that a parameter's value has to keep beyond its type; of a list, what each item has to keep.</summary>
internal sealed class RuleReader
{
    private readonly ProtocolScope scope;
    private readonly IParameterSymbol parameter;
    private readonly FieldType type;
    private readonly ITypeSymbol value;
    private readonly FieldKind kind;
    private bool broken;

    private RuleReader(ProtocolScope scope, IParameterSymbol parameter, FieldType type)
    {
        (this.scope, this.parameter, this.type) = (scope, parameter, type);
        kind = IsList ? type.ItemKind : type.Kind;
        var whole = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } wrapped
            ? wrapped.TypeArguments[0]
            : parameter.Type;
        value = IsList && whole is INamedTypeSymbol { TypeArguments.Length: 1 } list ? list.TypeArguments[0] : whole;
    }

    // A list of lines comes one by one, long after its head was judged.
    private bool IsList => type.Item is not null && type.Kind != FieldKind.Lines;

    /// <summary>Null, after reports, when a rule does not fit.</summary>
    public static RulesModel? Read(ProtocolScope scope, IParameterSymbol parameter, FieldType type)
    {
        var reader = new RuleReader(scope, parameter, type);
        var (least, most) = reader.Between();
        var rules = new RulesModel(
            least,
            most,
            reader.OneOf(),
            reader.Count(RuntimeNames.MaxBytes, "MaxBytes", reader.kind is FieldKind.Text or FieldKind.Bytes, "strings and Bytes"),
            reader.Count(RuntimeNames.AtLeast, "AtLeast", reader.IsList, "lists"));
        return reader.broken ? null : rules;
    }

    private (string? Least, string? Most) Between()
    {
        if (On(RuntimeNames.Between, "Between", kind is FieldKind.Integer or FieldKind.Real, "numbers") is not { } rule) return default;
        var bounds = rule.Constants().ToList();
        if (bounds.Count != 2)
        {
            // The compiler has told what is missing or wrong.
            scope.IsUnreadable = true;
            return default;
        }

        if (Value(bounds[0]) is not { } least || Value(bounds[1]) is not { } most) return default;
        if (double.Parse(least, CultureInfo.InvariantCulture) <= double.Parse(most, CultureInfo.InvariantCulture)) return (least, most);
        Report(bounds[0].Place, RuleProblems.WrongWayRound, least, most, parameter.Name);
        return default;
    }

    private EquatableArray<string> OneOf()
    {
        var fits = kind is FieldKind.Text or FieldKind.Integer or FieldKind.Real or FieldKind.Enum;
        if (On(RuntimeNames.OneOf, "OneOf", fits, "strings, numbers and enums") is not { } rule) return EquatableArray<string>.Empty;
        var constants = rule.Constants().ToList();
        if (constants.Count == 0) Report(rule.Place, RuleProblems.NoValue, parameter.Name);
        return constants.Select(Value).OfType<string>().Distinct().ToEquatableArray();
    }

    private int? Count(string attribute, string name, bool fits, string purpose)
    {
        if (On(attribute, name, fits, purpose) is not { } rule) return null;
        var (constant, place) = rule.Constants().FirstOrDefault();
        if (constant.Value is int count and >= 1) return count;
        if (constant.Value is not int wrong) scope.IsUnreadable = true;
        else Report(place, ProtocolProblems.OutOfRange, name, Digits(wrong), "1", Digits(int.MaxValue));
        return null;
    }

    // In digits, as text, or as the member of the enum; null, after a report, when the field could never be that.
    private string? Value((TypedConstant Constant, Location Place) said)
    {
        var found = kind switch
        {
            FieldKind.Text => said.Constant.Value as string,
            FieldKind.Enum => SymbolEqualityComparer.Default.Equals(said.Constant.Type, value) ? Member(said.Constant.Value) : null,
            _ => RuleNumber.Of(said.Constant.Value, IsList ? type.Item! : type.Name),
        };
        if (found is null) Report(said.Place, RuleProblems.OtherType, said.Constant.ToCSharpString(), value.Shown(), parameter.Name);
        return found;
    }

    private string? Member(object? constant) =>
        value.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => member.IsConst && Equals(member.ConstantValue, constant))?.Name;

    private AppliedAttribute? On(string attribute, string name, bool fits, string purpose)
    {
        if (AppliedAttribute.On(parameter, attribute) is not { } rule || fits) return AppliedAttribute.On(parameter, attribute);
        Report(rule.Place, FieldProblems.MisplacedAttribute, name, parameter.Name, type.Shown, purpose);
        return null;
    }

    private void Report(Location place, DiagnosticDescriptor descriptor, params string[] arguments)
    {
        broken = true;
        scope.Report(place, descriptor, arguments);
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
