using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Describing.Wireshark;

/// <summary>A wire as the dissector's library knows it.</summary>
internal static class DissectorWire
{
    // Where a description does not say.
    private const int LongestLine = 65536;
    private const int LongestFrame = 1 << 20;

    public static LuaTable Of(ProtocolDescription protocol)
    {
        var wire = protocol.Wire;
        var table = new LuaTable().Add("kind", wire.Kind).Add("ignore_case", wire.IgnoreCase);
        if (!wire.IsBinary) table.Add("new_line", wire.NewLine).Add("max_line", wire.MaxLine > 0 ? wire.MaxLine : LongestLine);
        if (wire.IsBinary) table.Add("max_frame", wire.MaxFrame > 0 ? wire.MaxFrame : LongestFrame);
        if (wire.IsEnvelope) Envelope(table, protocol);
        if (wire.Framing is { } framing) Framing(table, framing);
        if (wire.Checksum is { } sum) table.Add("checksum", new LuaTable().Add("kind", sum.Kind).Add("little", sum.Order == "little"));
        return table;
    }

    private static void Envelope(LuaTable table, ProtocolDescription protocol)
    {
        var list = protocol.Union(protocol.Wire.Union)?.Cases.FirstOrDefault(one => one.Name == protocol.Wire.List);
        table.Add("union", protocol.Wire.Union)
            .Add("union_show", FilterName.Of(protocol.Wire.Union))
            .Add("list", (long)(list?.Tag ?? 0))
            .Add("list_case", protocol.Wire.List)
            .Add("verb", (long)protocol.Wire.Verb)
            .Add("inline", protocol.Wire.Inline);
    }

    private static void Framing(LuaTable table, FramingDescription framing)
    {
        table.Add("framing", framing.Kind);
        switch (framing.Kind)
        {
            case "header":
                table.Add("length_at", (long)framing.LengthAt).Add("length", BinarySteps.Number(framing.Length ?? new NumberDescription { Bits = 16 }))
                    .Add("adjust", (long)framing.Adjust);
                break;
            case "fixed": table.Add("size", (long)framing.Size); break;
            case "stuffed": table.Add("stuffing", framing.Stuffing); break;
            case "marked": table.Add("start", (long)framing.Start).Add("stop", (long)framing.End); break;
        }
    }
}
