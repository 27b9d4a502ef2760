using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>A constructor parameter as an expression that reads its setting.</summary>
internal static class SettingText
{
    public static string Value(SettingModel setting)
    {
        var name = CSharp.Text(setting.Name);
        var type = setting.Type + (setting.Nullable ? "?" : "");
        if (setting.Kind == SettingKind.Shared)
            return $"settings.Shared(() => new {setting.Type}({Arguments(setting)}))";
        var otherwise = setting.Default is null ? "" : $", {Default(setting, type)}";
        return setting.Kind switch
        {
            SettingKind.Text => $"settings.Text({name}{otherwise})",
            SettingKind.Bool => $"settings.Bool({name}{otherwise})",
            SettingKind.Duration => $"settings.Duration({name}{otherwise})",
            SettingKind.Directory => $"settings.Directory({name}{otherwise})",
            SettingKind.File => $"settings.File({name}{otherwise})",
            SettingKind.Enum => Enum(setting, type, name, otherwise),
            _ => $"settings.Parsed<{setting.Type}>({name}{otherwise})",
        };
    }

    private static string Arguments(SettingModel setting) =>
        CSharp.Join(setting.Parameters.Select(parameter => "\n    " + Value(parameter).Replace("\n", "\n    ")), ",");

    private static string Enum(SettingModel setting, string type, string name, string otherwise)
    {
        var words = setting.Words.Select(word => $"({CSharp.Text(word.Word)}, {setting.Type}.{CSharp.Identifier(word.Member)})");
        return $"settings.OneOf<{type}>({name}{otherwise}, {CSharp.Join(words)})";
    }

    private static string Default(SettingModel setting, string type)
    {
        if (setting.Default != "default") return setting.Default!;
        return setting.Nullable ? "null" : $"default({type})";
    }
}
