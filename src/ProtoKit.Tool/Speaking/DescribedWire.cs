using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>The Runtime's own wire format and limits, from a description.</summary>
internal static class DescribedWire
{
    public static WireFormat FormatOf(ProtocolDescription protocol)
    {
        var wire = protocol.Wire;
        try
        {
            return wire.IsUnframed
                ? WireFormat.Unframed(wire.ReadSize > 0 ? wire.ReadSize : 1024, wire.Encoding)
                : WireFormat.Text(Enum.Parse<NewLine>(wire.NewLine, ignoreCase: true), wire.MaxLine > 0 ? wire.MaxLine : 4096,
                    wire.MaxArguments > 0 ? wire.MaxArguments : 16, wire.Encoding);
        }
        catch (ArgumentException unknown)
        {
            throw new ToolError(ExitCode.NoProtocol, "unknown-wire", $"the wire of {protocol.Name} is not one that this protokit speaks")
            {
                Facts = [unknown.Message],
            };
        }
    }

    public static Limits LimitsOf(ProtocolDescription protocol)
    {
        var limits = Limits.Default;
        foreach (var (name, value) in protocol.Limits)
        {
            var time = value < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(value);
            limits = name switch
            {
                "idle" => limits with { Idle = time },
                "command" => limits with { Command = time },
                "max-body" => limits with { MaxBody = value },
                // The others are the server's own affair.
                _ => limits,
            };
        }

        return limits;
    }
}
