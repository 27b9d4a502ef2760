using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads the limits that a protocol states for itself.</summary>
internal static class LimitsReader
{
    private const long Unsaid = long.MinValue;

    public static EquatableArray<LimitModel> Read(ProtocolScope scope)
    {
        if (AppliedAttribute.On(scope.Symbol, RuntimeNames.Limits) is not { } stated) return EquatableArray<LimitModel>.Empty;
        (string Name, long Value)[] limits =
        [
            ("first-command", Time("FirstCommand")),
            ("command", Time("Command")),
            ("idle", Time("Idle")),
            ("handler", Time("Handler")),
            ("max-frame", QuantityReader.Size(scope, stated, "MaxFrame", Unsaid, least: 1, most: int.MaxValue)),
            ("max-arguments", QuantityReader.Count(scope, stated, "MaxArguments", Unsaid)),
            ("max-body", QuantityReader.Size(scope, stated, "MaxBody", Unsaid, least: 0, most: long.MaxValue, unlimited: true)),
            ("max-errors", QuantityReader.Count(scope, stated, "MaxErrors", Unsaid)),
            ("udp-reply-factor", QuantityReader.Count(scope, stated, "UdpReplyFactor", Unsaid)),
        ];
        return Said(limits);

        long Time(string name) => TimeOf(scope, stated, name);
    }

    /// <summary>What a state says.</summary>
    public static EquatableArray<LimitModel> OfState(ProtocolScope scope, AppliedAttribute stated) => Said(
    [
        ("idle", TimeOf(scope, stated, "Idle")),
        ("command", TimeOf(scope, stated, "Command")),
        ("max-frame", QuantityReader.Size(scope, stated, "MaxFrame", Unsaid, least: 1, most: int.MaxValue)),
        ("max-arguments", QuantityReader.Count(scope, stated, "MaxArguments", Unsaid)),
    ]);

    private static EquatableArray<LimitModel> Said(IEnumerable<(string Name, long Value)> limits) =>
        limits.Where(limit => limit.Value != Unsaid).Select(limit => new LimitModel(limit.Name, limit.Value)).ToEquatableArray();

    private static long TimeOf(ProtocolScope scope, AppliedAttribute stated, string name) =>
        QuantityReader.Time(scope, stated, name, Unsaid, least: 1, unlimited: true);
}
