using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ProtoKit.Hosting;

/// <summary>
/// The settings that servers are made from: <c>name=value</c>, or <c>protocol.name=value</c> for one protocol only. Objects that several servers
/// ask for are made once.
/// </summary>
public sealed class Settings
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, object> shared;
    private readonly string protocol;

    /// <summary>Reads settings. Throws <see cref="SettingException"/> for one that is no <c>name=value</c>.</summary>
    public Settings(IEnumerable<string> assignments)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        (protocol, shared) = ("", []);
        foreach (var assignment in assignments)
        {
            var equals = assignment.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new SettingException($"'{assignment}' is not name=value");
            values[assignment[..equals].Trim()] = assignment[(equals + 1)..];
        }
    }

    private Settings(Settings whole, string protocol) =>
        (values, used, shared, this.protocol) = (whole.values, whole.used, whole.shared, protocol);

    /// <summary>The settings as one protocol sees them.</summary>
    public Settings For(string name) => new(this, name);

    /// <summary>The settings that no server asked for.</summary>
    public IReadOnlyList<string> Unused => [.. values.Keys.Where(key => !used.Contains(key)).Order(StringComparer.Ordinal)];

    /// <summary>A text; throws <see cref="SettingException"/> when it is not set.</summary>
    public string Text(string name) => Find(name) ?? throw Missing(name, "a text");

    /// <summary>A text, or <paramref name="otherwise"/>.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public string? Text(string name, string? otherwise) => Find(name) ?? otherwise;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Bool(string name) => Value(name, "true or false", ToBool);

    /// <summary><c>true</c> or <c>false</c>, or <paramref name="otherwise"/>.</summary>
    public bool Bool(string name, bool otherwise) => Value(name, "true or false", ToBool, otherwise);

    /// <summary><c>true</c> or <c>false</c>, or <paramref name="otherwise"/>.</summary>
    public bool? Bool(string name, bool? otherwise) => Value(name, "true or false", static text => (bool?)ToBool(text), otherwise);

    /// <summary>A time such as <c>100ms</c>, <c>2s</c>, <c>5m</c> or <c>1h</c>.</summary>
    public TimeSpan Duration(string name) => Value(name, "a time such as 100ms or 2s", Quantity.Duration);

    /// <summary>A time, or <paramref name="otherwise"/>.</summary>
    public TimeSpan Duration(string name, TimeSpan otherwise) => Value(name, "a time such as 100ms or 2s", Quantity.Duration, otherwise);

    /// <summary>A time, or <paramref name="otherwise"/>.</summary>
    public TimeSpan? Duration(string name, TimeSpan? otherwise) =>
        Value(name, "a time such as 100ms or 2s", static text => (TimeSpan?)Quantity.Duration(text), otherwise);

    /// <summary>A directory.</summary>
    public DirectoryInfo Directory(string name) => Value(name, "a directory", static text => new DirectoryInfo(text));

    /// <summary>A directory, or <paramref name="otherwise"/>.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public DirectoryInfo? Directory(string name, DirectoryInfo? otherwise) => Value(name, "a directory", static text => new DirectoryInfo(text), otherwise);

    /// <summary>A file.</summary>
    public FileInfo File(string name) => Value(name, "a file", static text => new FileInfo(text));

    /// <summary>A file, or <paramref name="otherwise"/>.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public FileInfo? File(string name, FileInfo? otherwise) => Value(name, "a file", static text => new FileInfo(text), otherwise);

    /// <summary>Any type that reads itself.</summary>
    public T Parsed<T>(string name)
        where T : IParsable<T> => Value(name, $"a {typeof(T).Name}", static text => T.Parse(text, CultureInfo.InvariantCulture));

    /// <summary>Any type that reads itself, or <paramref name="otherwise"/>.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public T? Parsed<T>(string name, T? otherwise)
        where T : IParsable<T> => Value(name, $"a {typeof(T).Name}", static text => T.Parse(text, CultureInfo.InvariantCulture), otherwise);

    /// <summary>Any number or other value that reads itself, or <paramref name="otherwise"/>.</summary>
    public T? Parsed<T>(string name, T? otherwise)
        where T : struct, IParsable<T> => Find(name) is null ? otherwise : Parsed<T>(name);

    /// <summary>One of these words.</summary>
    public T OneOf<T>(string name, params ReadOnlySpan<(string Word, T Value)> words)
    {
        var text = Find(name) ?? throw Missing(name, Join(words));
        foreach (var (word, value) in words) if (word == text) return value;
        throw Wrong(name, text, Join(words));
    }

    /// <summary>One of these words, or <paramref name="otherwise"/>.</summary>
    public T OneOf<T>(string name, T otherwise, params ReadOnlySpan<(string Word, T Value)> words) => Find(name) is null ? otherwise : OneOf(name, words);

    /// <summary>An object that all servers of the process share, made when it is first asked for.</summary>
    public T Shared<T>(Func<T> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(make);
        if (shared.TryGetValue(typeof(T), out var made)) return (T)made;
        var value = make();
        shared.Add(typeof(T), value);
        return value;
    }

    private static bool ToBool(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw new FormatException(),
    };

    private static string Join<T>(ReadOnlySpan<(string Word, T Value)> words)
    {
        var shown = new List<string>();
        foreach (var (word, _) in words) shown.Add(word);
        return string.Join(", ", shown);
    }

    private static SettingException Missing(string name, string expected) => new($"the setting '{name}' is missing: {expected}");

    private static SettingException Wrong(string name, string text, string expected) => new($"'{text}' is not what '{name}' takes: {expected}");

    private T Value<T>(string name, string expected, Func<string, T> read)
    {
        var text = Find(name) ?? throw Missing(name, expected);
        try
        {
            return read(text);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            throw Wrong(name, text, expected);
        }
    }

    private T Value<T>(string name, string expected, Func<string, T> read, T otherwise) => Find(name) is null ? otherwise : Value(name, expected, read);

    private string? Find(string name)
    {
        foreach (var key in (string[])[$"{protocol}.{name}", name])
        {
            if (!values.TryGetValue(key, out var value)) continue;
            used.Add(key);
            used.Add(name);
            return value;
        }

        return null;
    }
}

/// <summary>A setting is missing or wrong; the message says which and what it takes.</summary>
/// <param name="message">The message.</param>
public sealed class SettingException(string message) : Exception(message);
