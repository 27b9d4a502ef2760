using System;
using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>The options of one message: each has a word of its own, stands last, and excludes others that are there.</summary>
internal static class OptionRules
{
    public static bool Check(ProtocolScope scope, string message, IReadOnlyList<FieldReading> fields)
    {
        var fits = true;
        var options = fields.Where(field => field.IsOption).ToList();
        for (var i = 0; i < options.Count; i++)
        {
            fits &= IsWord(scope, options[i]) & Excludes(scope, message, options[i], options);
            if (options.Take(i).FirstOrDefault(other => SameWord(scope.Wire, Word(other), Word(options[i]))) is { } first)
                fits = Report(scope, options[i], OptionProblems.SameWord, first.Name, options[i].Name, Word(options[i]), InAnyCase(first, options[i]));
        }

        return IsLast(scope, fields) && fits;
    }

    /// <summary>The two words are one to a reader of the wire.</summary>
    public static bool SameWord(WireModel wire, string one, string other) =>
        string.Equals(wire.IgnoreCase ? Lower(one) : one, wire.IgnoreCase ? Lower(other) : other, StringComparison.Ordinal);

    public static string Word(FieldReading option) => option.Option!.Value.Word;

    // What follows the line may be declared last, since it stands nowhere on it; its length does not stand behind the options.
    private static bool IsLast(ProtocolScope scope, IReadOnlyList<FieldReading> fields)
    {
        FieldReading? option = null;
        foreach (var field in fields)
        {
            if (field.IsOption) option ??= field;
            else if (option is not null && !field.IsTail)
            {
                scope.Report(field.Place, OptionProblems.NotLast, field.Name, option.Name);
                return false;
            }
        }

        return true;
    }

    private static bool IsWord(ProtocolScope scope, FieldReading option)
    {
        var word = Word(option);
        var unfit = word.Length == 0 ? "is empty"
            : WireText.Unfit(word) is { } character ? "holds " + character
            : word.IndexOf(' ') >= 0 ? "holds a space"
            : word.All(letter => EncodingNames.CanSay(scope.Wire.Encoding, letter)) ? null
            : $"cannot be said in {scope.Wire.Encoding}";
        return unfit is null || Report(scope, option, OptionProblems.WordUnfit, word, option.Name, unfit);
    }

    private static bool Excludes(ProtocolScope scope, string message, FieldReading option, List<FieldReading> options)
    {
        if (option.Excludes is not { } attribute) return true;
        var fits = true;
        foreach (var (named, place) in attribute.Constants())
        {
            if (options.Any(other => other != option && other.Name == named.Value as string)) continue;
            scope.Report(place, OptionProblems.ExcludesNothing, option.Name, named.Value as string ?? "", message);
            fits = false;
        }

        return fits;
    }

    private static string InAnyCase(FieldReading one, FieldReading other) => Word(one) == Word(other) ? "" : ", since case is ignored";

    private static bool Report(ProtocolScope scope, FieldReading option, Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, params string[] arguments)
    {
        scope.Report(option.Option!.Value.Role.FirstPlace, descriptor, arguments);
        return false;
    }

    private static string Lower(string text) => new(text.Select(letter => letter is >= 'A' and <= 'Z' ? (char)(letter + 32) : letter).ToArray());
}
