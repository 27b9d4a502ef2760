using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>What came of reading one class that serves protocols.</summary>
internal sealed record ServerReading(EquatableArray<ServedProtocol> Served, EquatableArray<Problem> Problems)
{
    public static readonly ServerReading Nothing = new(EquatableArray<ServedProtocol>.Empty, EquatableArray<Problem>.Empty);
}

/// <summary>A server, and whether its protocol is declared in the same project (and so must have come out well to be served).</summary>
internal sealed record ServedProtocol(ServerModel Server, bool IsLocal);
