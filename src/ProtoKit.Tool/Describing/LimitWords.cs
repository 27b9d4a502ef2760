using System.Globalization;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Describing;

/// <summary>A limit's value in its own unit.</summary>
internal static class LimitWords
{
    public static string Of(string name, long value) => (name, value) switch
    {
        (_, < 0) => "unlimited",
        ("first-command" or "command" or "idle" or "handler" or "drain", _) => Duration.Show(value),
        ("max-line" or "max-frame" or "max-body" or "pause-input" or "pause-output", _) => ByteSize.Show(value),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };
}
