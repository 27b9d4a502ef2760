using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>
/// One word of lookahead tells an option from the fields before it: whatever may be absent there is of a type that cannot hold the option's word.
/// </summary>
internal static class OptionOrder
{
    public static bool Check(ProtocolScope scope, IReadOnlyList<HeadStep> steps)
    {
        var options = steps.Where(step => step.IsOption).Select(step => step.Field!).ToList();
        if (options.Count == 0) return true;
        // Without a text or a field before it, an option would stand first, but each has its space.
        if (steps[0] is { IsOption: true } or { IsOptional: true } or { IsList: true })
        {
            scope.Report(options[0].Place, OptionProblems.First, options[0].Name);
            return false;
        }

        var fits = true;
        foreach (var step in steps.Where(step => step.IsList || step.IsOptional))
        {
            if (options.FirstOrDefault(option => CanHold(scope, step, OptionRules.Word(option))) is not { } mistaken) continue;
            scope.Report(step.Field!.Place, OptionProblems.Ambiguous, step.Field.Name, OptionRules.Word(mistaken), mistaken.Name);
            fits = false;
        }

        return fits;
    }

    // Of a group, its first word is the one that could be taken for an option.
    private static bool CanHold(ProtocolScope scope, HeadStep step, string word)
    {
        var field = step.Field!.Model;
        if (step.Step is GroupsStep groups) field = scope.Groups.Models.First(part => part.Name == groups.Record).Fields[0];
        return field.Kind == FieldKind.Words
            ? CanHold(scope, field.ItemKind, field.Item!, word)
            : CanHold(scope, field.Kind, field.Type, word);
    }

    private static bool CanHold(ProtocolScope scope, FieldKind kind, string type, string word) => kind switch
    {
        // Numbers and times begin with a digit or a minus.
        FieldKind.Integer or FieldKind.Real or FieldKind.Time => word.Length > 0 && word[0] is '-' or (>= '0' and <= '9'),
        FieldKind.Bool => Same(scope, "true", word) || Same(scope, "false", word),
        FieldKind.Enum => scope.Enums.Models.First(model => model.Type == type).Words.Any(member => Same(scope, member.Word, word)),
        _ => true,
    };

    private static bool Same(ProtocolScope scope, string one, string other) => OptionRules.SameWord(scope.Wire, one, other);
}
