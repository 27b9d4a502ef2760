using ProtoKit;
using ProtoKit.Reference;
using ProtoKit.Wire;
using ModbusWire = global::Samples.Modbus.Modbus;
using MqttWire = global::Samples.Mqtt.Mqtt;
using RedisWire = global::Samples.Redis.Redis;
using RtuWire = global::Samples.Modbus.ModbusRtu;

namespace Samples.Tests;

/// <summary>A protocol of bytes or envelopes whose generated parser is held against the interpreter.</summary>
internal sealed class ByteSubject
{
    private ByteSubject(Type type, string description, WireFormat wire, TryReadCommand tryRead, UserTypes? types = null) =>
        (Type, Described, Wire, TryRead, Types) = (type, BinaryProtocol.Parse(description), wire, tryRead, types ?? new UserTypes());

    public delegate ReadStatus TryReadCommand(WireInput input, out object? command);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, ByteSubject> All { get; } = new ByteSubject[]
    {
        new(typeof(Numerals), Numerals.Description, Numerals.Wire, Numerals.TryRead),
        new(typeof(Layouts), Layouts.Description, Layouts.Wire, Layouts.TryRead, new UserTypes()
            .Add("Label", text => text.StartsWith('-') ? null : text, random => ((string[])["a", "中文", "x-", "six by"])[random.Next(4)])),
        new(typeof(Conditions), Conditions.Description, Conditions.Wire, Conditions.TryRead),
        new(typeof(Sized), Sized.Description, Sized.Wire, Sized.TryRead),
        new(typeof(Slip), Slip.Description, Slip.Wire, Slip.TryRead),
        new(typeof(Hdlc), Hdlc.Description, Hdlc.Wire, Hdlc.TryRead),
        new(typeof(Cobs), Cobs.Description, Cobs.Wire, Cobs.TryRead),
        new(typeof(Marked), Marked.Description, Marked.Wire, Marked.TryRead),
        new(typeof(Wide), Wide.Description, Wide.Wire, Wide.TryRead),
        new(typeof(Narrow), Narrow.Description, Narrow.Wire, Narrow.TryRead),
        new(typeof(Grouped), Grouped.Description, Grouped.Wire, Grouped.TryRead),
        new(typeof(Parcels), Parcels.Description, Parcels.Wire, Parcels.TryRead),
        new(typeof(MqttWire), MqttWire.Description, MqttWire.Wire, MqttWire.TryRead, new UserTypes()
            .Add("TopicName", text => text.IndexOfAny(['+', '#', '\0']) < 0 ? text : null, random => ((string[])["a", "a/b", "/", "中/é "])[random.Next(4)])
            .Add("TopicFilter", Filter, random => ((string[])["a", "a/+/b", "#", "/+", "+", "a/#"])[random.Next(6)])),
        new(typeof(ModbusWire), ModbusWire.Description, ModbusWire.Wire, ModbusWire.TryRead),
        new(typeof(RtuWire), RtuWire.Description, RtuWire.Wire, RtuWire.TryRead),
        new(typeof(RedisWire), RedisWire.Description, RedisWire.Wire, RedisWire.TryRead),
        new(typeof(Typed), Typed.Description, Typed.Wire, Typed.TryRead),
    }.ToDictionary(subject => subject.Described.Name);

    public Type Type { get; }

    public BinaryProtocol Described { get; }

    public WireFormat Wire { get; }

    public TryReadCommand TryRead { get; }

    public UserTypes Types { get; }

    /// <summary>The messages that are bytes, of every kind, that have a record of their own.</summary>
    public IEnumerable<BinaryMessage> Messages => Described.Messages.Where(message => message.IsBinary);

    /// <summary>Null when a message that was written is read, and written again, as it should be, and is refused as it should be where it was damaged.</summary>
    public string? Again(BinaryMessage message, int seed)
    {
        var random = new Random(seed);
        var damaged = random.Next(2) == 0;
        var (frame, whole) = new BinaryStreamMaker(Described, Types, random).Message(message, damaged);
        var expected = damaged ? new BinaryInterpreter(Described, Types).ReadOne(message.Name, frame) : Said.Command(message.Name, whole, default);
        var actual = ByteMessage.Of(Type.GetNestedType(message.Name)!).ReadOne(frame, Wire);
        return expected == actual ? null : $"""
            {Described.Name}, {message.Name}, seed {seed}:
            {Said.Shown(frame)}
            it should be: {expected}
            it is: {actual}
            """;
    }

    public Said Interpret(byte[] stream, BinaryTwist twist = BinaryTwist.None) => new BinaryInterpreter(Described, Types, twist).Read(stream);

    public Said Parse(byte[] stream, IReadOnlyList<int> cuts) => new ByteRun(this, stream, cuts).Read();

    // MQTT 4.7.1 once more: # is a whole level, and the last; + is a whole level.
    private static string? Filter(string text)
    {
        var levels = text.Split('/');
        var fits = !text.Contains('\0') && levels.All(level => level is "+" or "#" || level.IndexOfAny(['+', '#']) < 0) && !levels[..^1].Contains("#");
        return fits ? text : null;
    }
}
