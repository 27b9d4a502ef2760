namespace ProtoKit.Generator.Reading;

/// <summary>The only bond to the runtime library: the metadata names of its types that declarations use.</summary>
internal static class RuntimeNames
{
    public const string Protocol = "ProtoKit.ProtocolAttribute";
    public const string TextWire = "ProtoKit.TextWireAttribute";
    public const string UnframedWire = "ProtoKit.UnframedWireAttribute";
    public const string Limits = "ProtoKit.LimitsAttribute";
    public const string Serves = "ProtoKit.ServesAttribute";

    public const string Command = "ProtoKit.CommandAttribute";
    public const string Reply = "ProtoKit.ReplyAttribute";
    public const string Fault = "ProtoKit.FaultAttribute";
    public const string Line = "ProtoKit.LineAttribute";
    public const string Token = "ProtoKit.TokenAttribute";
    public const string FaultKind = "ProtoKit.FaultKind";

    public const string Request = "ProtoKit.IRequest`1";
    public const string OneWay = "ProtoKit.IOneWay";

    public const string Stream = "ProtoKit.IStream`2";
    public const string Allow = "ProtoKit.AllowAttribute";
    public const string Next = "ProtoKit.NextAttribute";
    public const string StateLimits = "ProtoKit.StateLimitsAttribute";
    public const string Push = "ProtoKit.PushAttribute";
    public const string Correlated = "ProtoKit.CorrelatedAttribute";
    public const string AnsweredWhen = "ProtoKit.AnsweredWhenAttribute";

    public const string Rest = "ProtoKit.RestAttribute";
    public const string Quoted = "ProtoKit.QuotedAttribute";
    public const string Lines = "ProtoKit.LinesAttribute";
    public const string BodyLength = "ProtoKit.BodyLengthAttribute";
    public const string BodyUntil = "ProtoKit.BodyUntilAttribute";
    public const string File = "ProtoKit.FileAttribute";
    public const string Secret = "ProtoKit.SecretAttribute";

    public const string Body = "ProtoKit.Body";
    public const string Bytes = "ProtoKit.Bytes";

    public const string List = "System.Collections.Generic.IReadOnlyList`1";
    public const string DateTimeOffset = "System.DateTimeOffset";
    public const string DateOnly = "System.DateOnly";
    public const string TimeOnly = "System.TimeOnly";
    public const string TimeSpan = "System.TimeSpan";
    public const string Parsable = "System.IParsable`1";
    public const string Utf8Parsable = "System.IUtf8SpanParsable`1";
    public const string Utf8Formattable = "System.IUtf8SpanFormattable";
    public const string EnumMember = "System.Runtime.Serialization.EnumMemberAttribute";
    public const string Span = "System.ReadOnlySpan`1";
    public const string DirectoryInfo = "System.IO.DirectoryInfo";
    public const string FileInfo = "System.IO.FileInfo";
}
