using ProtoKit.Wire;

namespace ProtoKit.Sessions;

/// <summary>One command on its way to its answer. The answers come in the order of the commands.</summary>
public abstract class Exchange
{
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

/// <summary>A command of a typed client, waiting for its answer.</summary>
internal sealed class Exchange<TReply> : Exchange
    where TReply : IMessage<TReply>
{
    private readonly TaskCompletionSource<TReply> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TReply reply = default!;

    public Task<TReply> Answer => answer.Task;

    public override bool Matches(ref FieldReader fields) => TReply.Matches(ref fields);

    public override bool TryRead(ref FieldReader fields, out MessageTail? tail)
    {
        var read = TReply.TryRead(ref fields, out reply);
        tail = read ? TReply.TailOf(reply) : null;
        return read;
    }

    public override bool Complete() => answer.TrySetResult(reply);

    public override void Fail(Exception because)
    {
        // Whoever gave up is not told, and that is no unobserved failure.
        if (answer.TrySetException(because)) _ = answer.Task.Exception;
    }

    /// <summary>Nobody waits for the answer any more; it will be read and dropped.</summary>
    public void Abandon(CancellationToken cancel) => answer.TrySetCanceled(cancel);
}
