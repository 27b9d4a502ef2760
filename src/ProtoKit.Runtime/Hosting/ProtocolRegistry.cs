using System.ComponentModel;
using ProtoKit.Sessions;

namespace ProtoKit.Hosting;

/// <summary>The protocols of the loaded assemblies. Each assembly's module initializer, which the generator emits, adds its own.</summary>
public static class ProtocolRegistry
{
    private static readonly List<ProtocolRegistration> Registered = [];

    /// <summary>All that have been added, in the order of their names.</summary>
    public static IReadOnlyList<ProtocolRegistration> All
    {
        get
        {
            lock (Registered) return [.. Registered.OrderBy(one => one.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>Adds a protocol that has no server class here. For emitted code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Add(string name, int port)
    {
        lock (Registered) Registered.Add(new ProtocolRegistration(name, port, null, false, null));
    }

    /// <summary>Adds a server class of a protocol. For emitted code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Add(string name, int port, string server, bool chosen, Func<Settings, ProtocolService> create)
    {
        lock (Registered) Registered.Add(new ProtocolRegistration(name, port, server, chosen, create));
    }
}

/// <summary>One protocol, or one server class of it.</summary>
/// <param name="Name">The protocol's name.</param>
/// <param name="Port">Its default port; 0 when it declares none.</param>
/// <param name="Server">The server class; null when the assembly has none.</param>
/// <param name="Chosen">The class is marked with [Serves].</param>
/// <param name="Create">Makes the service from settings.</param>
public sealed record ProtocolRegistration(string Name, int Port, string? Server, bool Chosen, Func<Settings, ProtocolService>? Create);
