using ProtoKit.Wire;

namespace ProtoKit.Sessions;

/// <summary>A command of a typed client, waiting for its answer.</summary>
internal sealed class Call<TReply> : Exchange
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

    /// <summary>Nobody waits for the answer any more; it will be read and dropped. False: it has come after all.</summary>
    public bool TryAbandon() => answer.TrySetCanceled() || !answer.Task.IsCompletedSuccessfully;
}
