using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads the enums that fields have, each once: a word for each member.</summary>
internal sealed class EnumReader
{
    private readonly Dictionary<string, bool> read = [];
    private readonly List<EnumModel> models = [];

    public EquatableArray<EnumModel> Models => models.ToEquatableArray();

    /// <summary>False, after a report, when the members' words cannot be told apart.</summary>
    public bool Read(ProtocolScope scope, INamedTypeSymbol type, string field)
    {
        var name = type.InCode();
        if (read.TryGetValue(name, out var fits)) return fits;
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(member => member.IsConst).ToList();
        if (members.Count == 0) scope.Report(type.Place(), TypeProblems.EmptyEnum, type.Name, field);
        fits = members.Count > 0 && CheckValues(scope, type, members) & CheckWords(scope, type, members);
        if (fits)
        {
            models.Add(new(name, FreeName(type.Name), Words(members))
            {
                Underlying = type.EnumUnderlyingType?.ToDisplayString() ?? "int",
                IsFlags = AppliedAttribute.On(type, RuntimeNames.Flags) is not null,
            });
        }

        return read[name] = fits;
    }

    /// <summary>The member of an enum that was read, as code writes it; null when no member has the value.</summary>
    public string? Member(string type, long value) =>
        models.FirstOrDefault(model => model.Type == type)?.Words.FirstOrDefault(word => word.Value == value) is { } word ? $"{type}.{word.Member}" : null;

    /// <summary>The word that [EnumMember] gives the member, else its name.</summary>
    public static string WordOf(IFieldSymbol member) => Spelling(member) ?? member.Name;

    /// <summary>The word that [EnumMember] gives the member; null when it gives none.</summary>
    public static string? Spelling(IFieldSymbol member) => AppliedAttribute.On(member, RuntimeNames.EnumMember)?.Text("Value");

    private static EquatableArray<EnumWord> Words(IEnumerable<IFieldSymbol> members) =>
        members.Select(member => new EnumWord(member.Name, WordOf(member), Constants.Number(member.ConstantValue) ?? 0) { Answers = Answers(member) })
            .ToEquatableArray();

    private static EquatableArray<string> Answers(IFieldSymbol member) => AppliedAttribute.On(member, RuntimeNames.Answers) is { } mark
        ? mark.Values.Select(Constants.Member).Where(name => name is not null).Select(name => name!).ToEquatableArray()
        : EquatableArray<string>.Empty;

    private static bool CheckValues(ProtocolScope scope, INamedTypeSymbol type, List<IFieldSymbol> members)
    {
        foreach (var pair in members.GroupBy(member => member.ConstantValue).Where(group => group.Key is not null && group.Count() > 1))
        {
            var (first, second) = (pair.First(), pair.ElementAt(1));
            scope.Report(second.Place(), TypeProblems.EnumWordClash, first.Name, second.Name, type.Name, "have the same value");
            return false;
        }

        return true;
    }

    private static bool CheckWords(ProtocolScope scope, INamedTypeSymbol type, List<IFieldSymbol> members)
    {
        var seen = new Dictionary<string, IFieldSymbol>(System.StringComparer.Ordinal);
        var fits = true;
        foreach (var member in members)
        {
            var word = WordOf(member);
            if (Unfit(scope, word) is { } unfit) scope.Report(Place(member), TypeProblems.EnumWordUnfit, word, member.Name, unfit);
            else if (seen.TryGetValue(word, out var other))
                scope.Report(Place(member), TypeProblems.EnumWordClash, other.Name, member.Name, type.Name, $"are both \"{word}\"");
            else
            {
                seen[word] = member;
                continue;
            }

            fits = false;
        }

        return fits;
    }

    private static string? Unfit(ProtocolScope scope, string word)
    {
        if (word.Length == 0) return "is empty";
        if (WireText.Unfit(word) is { } unfit) return "holds " + unfit;
        if (word.IndexOf(' ') >= 0) return "holds a space";
        var encoding = scope.Wire.Encoding;
        return word.All(letter => EncodingNames.CanSay(encoding, letter)) ? null : $"cannot be said in {encoding}";
    }

    private static Location Place(IFieldSymbol member) =>
        AppliedAttribute.On(member, RuntimeNames.EnumMember) is { } spelled ? spelled.PlaceOf("Value") : member.Place();

    private string FreeName(string name)
    {
        var free = name;
        for (var i = 2; models.Any(model => model.ReaderName == free); i++) free = name + i;
        return free;
    }
}
