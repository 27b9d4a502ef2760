using System.Collections.Generic;
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
            ("max-body", QuantityReader.Size(scope, stated, "MaxBody", Unsaid, least: 0, most: long.MaxValue, unlimited: true)),
            ("max-errors", QuantityReader.Count(scope, stated, "MaxErrors", Unsaid)),
            ("udp-reply-factor", QuantityReader.Count(scope, stated, "UdpReplyFactor", Unsaid)),
        ];
        var said = new List<LimitModel>();
        foreach (var (name, value) in limits)
        {
            if (value != Unsaid) said.Add(new(name, value));
        }

        return said.ToEquatableArray();

        long Time(string name) => QuantityReader.Time(scope, stated, name, Unsaid, least: 1, unlimited: true);
    }
}
