using ProtoKit.Wire;

namespace ProtoKit.Sessions;

/// <summary>One command on its way to its answer. The answers come in the order of the commands.</summary>
public abstract class Exchange
{
    /// <summary>The answer's head has come; what follows it has limits of its own.</summary>
    internal bool HasBegun { get; set; }

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
}
