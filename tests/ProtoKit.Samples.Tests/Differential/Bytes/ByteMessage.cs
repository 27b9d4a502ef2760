using System.Buffers;
using System.Collections.Concurrent;
using System.Reflection;
using ProtoKit;
using ProtoKit.Reference;
using ProtoKit.Wire;

namespace Samples.Tests;

/// <summary>A message as the generated code has it, without knowing its type.</summary>
internal abstract class ByteMessage
{
    private static readonly ConcurrentDictionary<Type, ByteMessage> Known = new();

    public abstract string Name { get; }

    public abstract bool Closes { get; }

    public static ByteMessage Of(Type type) => Known.GetOrAdd(type, of => (ByteMessage)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(Implementer(of)))!);

    /// <summary>The message as it goes over the wire.</summary>
    public abstract byte[] Write(object message, WireFormat wire);

    /// <summary>What a frame comes to: the message as it goes over the wire, or its fault.</summary>
    public abstract string ReadOne(byte[] frame, WireFormat wire);

    // A case of a union is the union.
    private static Type Implementer(Type type)
    {
        while (!type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IMessage<>) && one.GenericTypeArguments[0] == type)) type = type.BaseType!;
        return type;
    }

    private sealed class Typed<T> : ByteMessage
        where T : IMessage<T>
    {
        public override string Name => typeof(T).Name;

        public override bool Closes => T.Closes;

        public override byte[] Write(object message, WireFormat wire)
        {
            var writer = new FieldWriter(wire.WithMaxFrame(1 << 20));
            var output = new ArrayBufferWriter<byte>();
            T.Write(ref writer, (T)message);
            writer.Commit(output);
            writer.Dispose();
            return output.WrittenSpan.ToArray();
        }

        public override string ReadOne(byte[] frame, WireFormat wire)
        {
            var input = new WireInput(wire);
            var fields = new FieldReader(input, frame);
            if (T.TryRead(ref fields, out var message)) return Said.Command(Name, Write(message!, wire), default);
            input.Refuse(fields);
            return Said.Fault(FaultCode.Of(input.Fault.Kind));
        }
    }
}
