namespace ProtoKit.Generator.Reading;

/// <summary>The only bond to the runtime library: the metadata names of its types that declarations use.</summary>
internal static class RuntimeNames
{
    public const string Protocol = "ProtoKit.ProtocolAttribute";
    public const string TextWire = "ProtoKit.TextWireAttribute";
    public const string UnframedWire = "ProtoKit.UnframedWireAttribute";
    public const string BinaryWire = "ProtoKit.BinaryWireAttribute";
    public const string Frame = "ProtoKit.FrameAttribute`1";
    public const string FixedFrame = "ProtoKit.FixedFrameAttribute";
    public const string StuffedFrame = "ProtoKit.StuffedFrameAttribute";
    public const string MarkedFrame = "ProtoKit.MarkedFrameAttribute";
    public const string Stuffing = "ProtoKit.Stuffing";
    public const string Checksum = "ProtoKit.ChecksumAttribute";
    public const string ChecksumKind = "ProtoKit.ChecksumKind";
    public const string Envelope = "ProtoKit.EnvelopeAttribute`1";
    public const string Limits = "ProtoKit.LimitsAttribute";
    public const string Serves = "ProtoKit.ServesAttribute";

    public const string Command = "ProtoKit.CommandAttribute";
    public const string Reply = "ProtoKit.ReplyAttribute";
    public const string Fault = "ProtoKit.FaultAttribute";
    public const string Line = "ProtoKit.LineAttribute";
    public const string Token = "ProtoKit.TokenAttribute";
    public const string Answers = "ProtoKit.AnswersAttribute";
    public const string FaultKind = "ProtoKit.FaultKind";
    public const string ArgumentTrouble = "ProtoKit.ArgumentTrouble";

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
    public const string Option = "ProtoKit.OptionAttribute";
    public const string Flag = "ProtoKit.FlagAttribute";
    public const string Excludes = "ProtoKit.ExcludesAttribute";
    public const string Lines = "ProtoKit.LinesAttribute";
    public const string BodyLength = "ProtoKit.BodyLengthAttribute";
    public const string BodyUntil = "ProtoKit.BodyUntilAttribute";
    public const string File = "ProtoKit.FileAttribute";
    public const string Secret = "ProtoKit.SecretAttribute";

    public const string Tag = "ProtoKit.TagAttribute";
    public const string FrameLength = "ProtoKit.FrameLengthAttribute";
    public const string EchoMark = "ProtoKit.EchoAttribute";
    public const string Header = "ProtoKit.HeaderAttribute";
    public const string HeaderValue = "ProtoKit.HeaderValueAttribute";
    public const string Bits = "ProtoKit.BitsAttribute";
    public const string VarInt = "ProtoKit.VarIntAttribute";
    public const string BigEndian = "ProtoKit.BigEndianAttribute";
    public const string LittleEndian = "ProtoKit.LittleEndianAttribute";
    public const string Digits = "ProtoKit.DigitsAttribute";
    public const string Prefixed8 = "ProtoKit.Prefixed8Attribute";
    public const string Prefixed16 = "ProtoKit.Prefixed16Attribute";
    public const string Prefixed32 = "ProtoKit.Prefixed32Attribute";
    public const string PrefixedVarInt = "ProtoKit.PrefixedVarIntAttribute";
    public const string PrefixedDigits = "ProtoKit.PrefixedDigitsAttribute";
    public const string Fixed = "ProtoKit.FixedAttribute";
    public const string Terminated = "ProtoKit.TerminatedAttribute";
    public const string Count = "ProtoKit.CountAttribute";
    public const string CountVarInt = "ProtoKit.CountVarIntAttribute";
    public const string CountDigits = "ProtoKit.CountDigitsAttribute";
    public const string Repeat = "ProtoKit.RepeatAttribute";
    public const string When = "ProtoKit.WhenAttribute";
    public const string Expect = "ProtoKit.ExpectAttribute";
    public const string Union = "ProtoKit.UnionAttribute";
    public const string Case = "ProtoKit.CaseAttribute";
    public const string Between = "ProtoKit.BetweenAttribute";
    public const string OneOf = "ProtoKit.OneOfAttribute";
    public const string MaxBytes = "ProtoKit.MaxBytesAttribute";
    public const string AtLeast = "ProtoKit.AtLeastAttribute";

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
    public const string Flags = "System.FlagsAttribute";
    public const string Half = "System.Half";
    public const string Span = "System.ReadOnlySpan`1";
    public const string ReadOnlyMemory = "System.ReadOnlyMemory`1";
    public const string Memory = "System.Memory`1";
    public const string ByteSequence = "System.Buffers.ReadOnlySequence`1";
    public const string DirectoryInfo = "System.IO.DirectoryInfo";
    public const string FileInfo = "System.IO.FileInfo";
}
