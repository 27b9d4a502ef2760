using ProtoKit.Wire;

namespace ProtoKit.Sessions;

/// <summary>One command on its way to its answer. The answers come in the order of the commands, unless they name them.</summary>
public abstract class Exchange
{
    /// <summary>The answer's head has come; what follows it has limits of its own.</summary>
    internal bool HasBegun { get; set; }

    /// <summary>What the answer names the command by; null: its place in the order tells.</summary>
    internal object? Id { get; init; }

    /// <summary>More messages follow the one that was read last.</summary>
    internal virtual bool GoesOn => false;

    /// <summary>Reads the head of the answer, after nothing of it was used yet; false means that <paramref name="fields"/> knows the fault.</summary>
    /// <param name="fields">The frame.</param>
    /// <param name="tail">What follows the head.</param>
    public abstract bool TryRead(ref FieldReader fields, out MessageTail? tail);

    /// <summary>The frame begins as the answer does.</summary>
    public abstract bool Matches(ref FieldReader fields);

    /// <summary>The answer is whole, but for a body that is streamed. False: nobody waits for it any more.</summary>
    public abstract bool Complete();

    /// <summary>There will be no answer.</summary>
    public abstract void Fail(Exception because);

    /// <summary>Completes when there is room for the message that was read.</summary>
    internal virtual ValueTask RoomAsync(CancellationToken ended) => default;
}
