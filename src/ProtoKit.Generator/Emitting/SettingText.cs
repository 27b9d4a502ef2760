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
            return $"settings.Shared(() => new {setting.Type}({CSharp.Join(setting.Parameters.Select(Value))}))";
        var otherwise = setting.Default is null ? "" : $", () => {Default(setting, type)}";
        return setting.Kind switch
        {
            SettingKind.Text => $"settings.Text({name}{otherwise})",
            SettingKind.Bool => $"settings.Value<{type}>({name}, \"true or false\", static text => Settings.Bool(text){otherwise})",
            SettingKind.Duration => $"settings.Value<{type}>({name}, \"a time such as 100ms or 2s\", static text => Settings.Duration(text){otherwise})",
            SettingKind.Directory => $"settings.Value<{type}>({name}, \"a directory\", static text => new global::System.IO.DirectoryInfo(text){otherwise})",
            SettingKind.File => $"settings.Value<{type}>({name}, \"a file\", static text => new global::System.IO.FileInfo(text){otherwise})",
            SettingKind.Enum => Enum(setting, type, name, otherwise),
            _ => $"settings.Value<{type}>({name}, {CSharp.Text("a " + setting.Type.Substring(setting.Type.LastIndexOf('.') + 1))}, static text => "
                + $"Settings.Parsed<{setting.Type}>(text){otherwise})",
        };
    }

    private static string Enum(SettingModel setting, string type, string name, string otherwise)
    {
        var words = CSharp.Join(setting.Words.Select(word => word.Word), " or ");
        var arms = string.Concat(setting.Words.Select(word => $"{CSharp.Text(word.Word)} => {setting.Type}.{CSharp.Identifier(word.Member)}, "));
        return $"settings.Value<{type}>({name}, {CSharp.Text(words)}, static text => text switch {{ {arms}_ => throw new global::System.FormatException() }}{otherwise})";
    }

    private static string Default(SettingModel setting, string type) => setting.Default == "default" ? $"default({type})" : setting.Default!;
}
