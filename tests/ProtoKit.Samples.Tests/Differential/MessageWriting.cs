using System.Buffers;
using System.Collections.Concurrent;
using ProtoKit.Wire;

namespace Samples.Tests;

/// <summary>A message that was read, as the generated code sees it, without knowing its type.</summary>
internal abstract class MessageWriting
{
    private static readonly ConcurrentDictionary<Type, Type> Makers = new();

    public abstract string Name { get; }

    public abstract MessageTail? Tail { get; }

    public abstract bool Closes { get; }

    public static MessageWriting Of(object message)
    {
        var maker = Makers.GetOrAdd(message.GetType(), type => typeof(Typed<>).MakeGenericType(type));
        return (MessageWriting)Activator.CreateInstance(maker, message)!;
    }

    /// <summary>The message's line, without its end.</summary>
    public abstract byte[] Write(WireFormat wire);

    /// <summary>The lines that follow a message.</summary>
    public static byte[] Write(LineTail lines, WireFormat wire)
    {
        var output = new ArrayBufferWriter<byte>();
        var next = 0;
        while (lines.Write(wire, output, crLf: true, ref next))
        {
        }

        return output.WrittenSpan.ToArray();
    }

    private sealed class Typed<T>(T message) : MessageWriting
        where T : IMessage<T>
    {
        public override string Name => typeof(T).Name;

        public override MessageTail? Tail { get; } = T.TailOf(message);

        public override bool Closes => T.Closes;

        public override byte[] Write(WireFormat wire)
        {
            // Values written again may be longer than the line that they came in.
            var roomy = wire.WithMaxFrame(1 << 20);
            var writer = new FieldWriter(roomy);
            var output = new ArrayBufferWriter<byte>();
            T.Write(ref writer, message);
            writer.Commit(output);
            writer.Dispose();
            var ending = wire.NewLine == ProtoKit.NewLine.Lf ? 1 : 2;
            return output.WrittenSpan[..^ending].ToArray();
        }
    }
}
