using ProtoKit;

namespace Samples.Mqtt;

/// <summary>MQTT 3.1.1, OASIS Standard, with quality of service 0 and 1.</summary>
[Protocol("mqtt", Port = 1883, Summary = "Publish and subscribe, MQTT 3.1.1.")]
[BinaryWire(MaxFrame = "1MiB")]
[Frame<Mqtt.FixedHeader>]
[Limits(Idle = "90s")]
[Allow(State.Connected)]
[StateLimits(State.New, MaxFrame = "64KiB", Idle = "10s")]
public sealed partial class Mqtt
{
    public enum State { New, Connected }

    /// <summary>Section 2.2.1.</summary>
    public enum Kind : byte
    {
        Connect = 1,
        ConnAck = 2,
        Publish = 3,
        PubAck = 4,
        Subscribe = 8,
        SubAck = 9,
        Unsubscribe = 10,
        UnsubAck = 11,
        PingReq = 12,
        PingResp = 13,
        Disconnect = 14,
    }

    /// <summary>Section 4.3; exactly once is not there.</summary>
    public enum QoS : byte
    {
        AtMostOnce = 0,
        AtLeastOnce = 1,
    }

    /// <summary>Section 3.2.2.3.</summary>
    public enum ConnectCode : byte
    {
        Accepted = 0,
        UnacceptableVersion = 1,
        IdentifierRejected = 2,
        ServerUnavailable = 3,
        BadUserNameOrPassword = 4,
        NotAuthorized = 5,
    }

    /// <summary>Section 2.2.</summary>
    public readonly record struct FixedHeader(
        [Bits(4), Tag] Kind Kind, [Bits(4), Expect(0)] byte Flags, [VarInt(MaxBytes = 4), FrameLength] uint Remaining);

    /// <summary>Section 3.1.2.3.</summary>
    public readonly record struct ConnectFlags(
        [Bits(1)] bool UserName,
        [Bits(1)] bool Password,
        [Bits(1)] bool WillRetain,
        [Bits(2)] QoS WillQoS,
        [Bits(1)] bool Will,
        [Bits(1)] bool CleanSession,
        [Bits(1), Expect(0)] byte Reserved = 0);

    /// <summary>Section 3.3.1.</summary>
    public readonly record struct PublishFlags([Bits(1)] bool Duplicate, [Bits(2)] QoS QoS, [Bits(1)] bool Retain);

    /// <summary>Section 3.8.3.</summary>
    public readonly record struct Subscription([Prefixed16] TopicFilter Filter, [Between(0, 2)] byte QoS);

    /// <summary>Section 3.1.2.3 and on: what a client of version 3.1.1 says of itself.</summary>
    public readonly record struct Login(
        ConnectFlags Flags,
        ushort KeepAlive,
        [Prefixed16] string ClientId,
        [When(nameof(Flags), Part = nameof(ConnectFlags.Will)), Prefixed16] TopicName? WillTopic,
        [When(nameof(Flags), Part = nameof(ConnectFlags.Will)), Prefixed16] Bytes? WillMessage,
        [When(nameof(Flags), Part = nameof(ConnectFlags.UserName)), Prefixed16] string? UserName,
        [When(nameof(Flags), Part = nameof(ConnectFlags.Password)), Prefixed16, Secret] Bytes? Password);

    /// <summary>Section 4.7.</summary>
    [Token(MaxBytes = 65535)]
    public readonly partial record struct TopicName(string Value)
    {
        static bool Validate(ReadOnlySpan<byte> utf8) => TopicText.IsName(utf8);
    }

    /// <summary>Section 4.7.1.</summary>
    [Token(MaxBytes = 65535)]
    public readonly partial record struct TopicFilter(string Value)
    {
        static bool Validate(ReadOnlySpan<byte> utf8) => TopicText.IsFilter(utf8);
    }

    /// <summary>A client of another version is told so, whatever it says behind the version's number (3.1.2.2).</summary>
    [Command(Kind.Connect), Allow(State.New)]
    public readonly partial record struct Connect(
        [Prefixed16, Expect("MQTT")] string Protocol,
        byte Level,
        [When(nameof(Level), Comparison.Equal, 4)] Login? Login,
        [When(nameof(Level), Comparison.NotEqual, 4), Rest] Bytes? Beyond) : IRequest<ConnAck?>;

    /// <summary>Whoever is refused is not connected, and its connection is closed (3.2.2.3).</summary>
    [Reply(Kind.ConnAck), Next(State.Connected)]
    public readonly partial record struct ConnAck([Bits(7), Expect(0)] byte Reserved, [Bits(1)] bool SessionPresent, ConnectCode Code);

    [Command(Kind.Publish), Push, AnsweredWhen(nameof(Flags), Comparison.NotEqual, QoS.AtMostOnce, Part = nameof(PublishFlags.QoS))]
    public readonly partial record struct Publish(
        [Header(nameof(FixedHeader.Flags))] PublishFlags Flags,
        [Prefixed16] TopicName Topic,
        [When(nameof(Flags), Comparison.NotEqual, QoS.AtMostOnce, Part = nameof(PublishFlags.QoS)), Between(1, 65535)] ushort? Packet,
        [Rest] Bytes Payload) : IRequest<PubAck?>;

    [Command(Kind.PubAck), Reply(Kind.PubAck)]
    public readonly partial record struct PubAck(ushort Packet) : IOneWay;

    [Command(Kind.Subscribe), HeaderValue(nameof(FixedHeader.Flags), 2)]
    public readonly partial record struct Subscribe(
        [Between(1, 65535)] ushort Packet, [Rest, AtLeast(1)] IReadOnlyList<Subscription> Filters) : IRequest<SubAck?>;

    [Reply(Kind.SubAck)]
    public readonly partial record struct SubAck(ushort Packet, [Rest] IReadOnlyList<byte> Granted);

    [Command(Kind.Unsubscribe), HeaderValue(nameof(FixedHeader.Flags), 2)]
    public readonly partial record struct Unsubscribe(
        [Between(1, 65535)] ushort Packet, [Rest, Prefixed16, AtLeast(1)] IReadOnlyList<TopicFilter> Filters) : IRequest<UnsubAck>;

    [Reply(Kind.UnsubAck)] public readonly partial record struct UnsubAck(ushort Packet);

    [Command(Kind.PingReq)] public readonly partial record struct Ping : IRequest<Pong>;

    [Reply(Kind.PingResp)] public readonly partial record struct Pong;

    [Command(Kind.Disconnect, Closes = true)] public readonly partial record struct Disconnect : IOneWay;
}
