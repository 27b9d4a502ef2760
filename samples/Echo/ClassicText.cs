using System.Runtime.Serialization;
using System.Text;

namespace Samples;

/// <summary>What a message of the origin echo servers is text in.</summary>
public enum ClassicEncoding
{
    /// <summary>UTF-8.</summary>
    [EnumMember(Value = "utf-8")]
    Utf8,

    /// <summary>GB2312.</summary>
    [EnumMember(Value = "gb2312")]
    Gb2312,

    /// <summary>Bytes that are no text.</summary>
    Binary,
}

/// <summary>The encodings of the origin echo servers.</summary>
internal static class ClassicText
{
    /// <summary>The encoding that goes with an answer unless the settings say otherwise.</summary>
    public static ClassicEncoding UsualFor(ClassicReply reply) =>
        reply is ClassicReply.EchoThanks or ClassicReply.Thanks ? ClassicEncoding.Gb2312 : ClassicEncoding.Utf8;

    /// <summary>A decoder that throws on what is no text; null for bytes that are none.</summary>
    public static Decoder? DecoderOf(ClassicEncoding encoding)
    {
        if (encoding == ClassicEncoding.Binary) return null;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var name = encoding == ClassicEncoding.Gb2312 ? "gb2312" : "utf-8";
        return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetDecoder();
    }
}
