namespace ProtoKit.Wire;

/// <summary>What a text protocol that declares no fault answers: <c>ERR code message</c>.</summary>
/// <param name="code">The code word.</param>
/// <param name="message">What it says.</param>
public readonly struct DefaultFault(string code, string message) : IMessage<DefaultFault>
{
    private readonly string code = code;
    private readonly string message = message;

    /// <summary>Reads it from a frame. False: the frame is something else.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> frame, out ProtocolFault? fault)
    {
        var fields = new FieldReader(frame);
        fault = null;
        if (!fields.StartsWithWord("ERR"u8) || !TryRead(ref fields, out var read)) return false;
        fault = new ProtocolFault(read.code, read.message);
        return true;
    }

    static bool IMessage<DefaultFault>.Matches(ref FieldReader fields) => fields.StartsWithWord("ERR"u8);

    static bool IMessage<DefaultFault>.TryRead(ref FieldReader fields, out DefaultFault message) => TryRead(ref fields, out message);

    static void IMessage<DefaultFault>.Write(ref FieldWriter writer, in DefaultFault message)
    {
        writer.Literal("ERR "u8);
        writer.Word("code", message.code);
        writer.NextRest("message", message.message);
    }

    private static bool TryRead(ref FieldReader fields, out DefaultFault result)
    {
        fields.NextWord("code");
        var code = fields.String("code");
        fields.NextRest("message");
        result = new DefaultFault(code, fields.String("message"));
        fields.End();
        return fields.Succeeded;
    }
}
