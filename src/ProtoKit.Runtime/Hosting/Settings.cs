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

    /// <summary>A setting that is text.</summary>
    public string Text(string name, Func<string>? otherwise = null) => Value(name, "a text", static text => text, otherwise);

    /// <summary>A setting, read; without one, <paramref name="otherwise"/>; without that, <see cref="SettingException"/>.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="expected">What a value looks like, for the error.</param>
    /// <param name="read">Reads the value; it may throw.</param>
    /// <param name="otherwise">The default.</param>
    public T Value<T>(string name, string expected, Func<string, T> read, Func<T>? otherwise = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Find(name) is not { } text)
            return otherwise is null ? throw new SettingException($"the setting '{name}' is missing: {expected}") : otherwise();
        try
        {
            return read(text);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            throw new SettingException($"'{text}' is not what '{name}' takes: {expected}");
        }
    }

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

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static bool Bool(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw new FormatException(),
    };

    /// <summary>A time such as <c>100ms</c>, <c>2s</c>, <c>5m</c> or <c>1h</c>.</summary>
    public static TimeSpan Duration(string text) => Quantity.Duration(text);

    /// <summary>Any type that reads itself.</summary>
    public static T Parsed<T>(string text)
        where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);

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
