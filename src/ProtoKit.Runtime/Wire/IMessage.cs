namespace ProtoKit.Wire;

/// <summary>A record that can be said on its wire. The generator implements it; nobody else does.</summary>
/// <typeparam name="TSelf">The record.</typeparam>
public interface IMessage<TSelf>
    where TSelf : IMessage<TSelf>
{
    /// <summary>There is no head: the message is its body, and only its place tells what it is.</summary>
    static virtual bool IsHeadless => false;

    /// <summary>The connection closes once the message has been sent or, for a command, answered.</summary>
    static virtual bool Closes => false;

    /// <summary>The number of the state in which the conversation is once the message has been written; null: it stays as it is.</summary>
    static virtual int? NextState => null;

    /// <summary>What tells which command the message belongs to, where answers come in any order; null: it has nothing of the kind.</summary>
    static virtual object? CorrelationOf(in TSelf message) => null;

    /// <summary>The frame begins like this message. Leaves the reader behind what it compared.</summary>
    static abstract bool Matches(ref FieldReader fields);

    /// <summary>Reads the head, after <see cref="Matches"/>; false means that <paramref name="fields"/> knows the fault.</summary>
    static abstract bool TryRead(ref FieldReader fields, out TSelf message);

    /// <summary>Writes the head, or throws <see cref="NotWritableException"/> and writes nothing.</summary>
    static abstract void Write(ref FieldWriter writer, in TSelf message);

    /// <summary>What follows the head: a body or lines; null when nothing does.</summary>
    static virtual MessageTail? TailOf(in TSelf message) => null;
}

/// <summary>What follows the head of a message: a streamed body, or lines.</summary>
public abstract class MessageTail;
