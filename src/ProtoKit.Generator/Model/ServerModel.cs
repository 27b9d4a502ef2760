namespace ProtoKit.Generator.Model;

/// <summary>A class of the user's that serves a protocol, and how it is made from settings.</summary>
/// <param name="Protocol">The full name of the protocol class.</param>
/// <param name="Name">The protocol's name on the command line.</param>
/// <param name="Port">The protocol's default port; 0 when it declares none.</param>
/// <param name="Type">The full name of the server class, without <c>global::</c>.</param>
/// <param name="Chosen">Marked with [Serves].</param>
/// <param name="Parameters">Of its one public constructor.</param>
internal sealed record ServerModel(string Protocol, string Name, int Port, string Type, bool Chosen, EquatableArray<SettingModel> Parameters);

internal enum SettingKind { Text, Bool, Parsed, Duration, Directory, File, Enum, Shared }

/// <summary>One constructor parameter that a setting fills, or an object made once per process from settings of its own.</summary>
/// <param name="Name">The setting's name in kebab case.</param>
/// <param name="Type">The full name with <c>global::</c>, or the keyword; without the <c>?</c>.</param>
/// <param name="Nullable">Declared with a <c>?</c>.</param>
/// <param name="Default">A C# expression, when the parameter has a default value.</param>
/// <param name="Shown">The default as <c>--set</c> would be given it; null when there is none.</param>
/// <param name="Words">For an enum: its members and their kebab-case words.</param>
/// <param name="Parameters">For a shared object: its constructor's parameters.</param>
internal sealed record SettingModel(
    string Name,
    string Type,
    SettingKind Kind,
    bool Nullable,
    string? Default,
    string? Shown,
    EquatableArray<EnumWord> Words,
    EquatableArray<SettingModel> Parameters);
