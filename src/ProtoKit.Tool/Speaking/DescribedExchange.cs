using ProtoKit.Sessions;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>A command waiting for the reply that its description names.</summary>
internal sealed class DescribedExchange(StepReader reader, MessageDescription reply) : Exchange
{
    private readonly TaskCompletionSource<Heard> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Heard? heard;

    public Task<Heard> Answer => answer.Task;

    public override bool Matches(ref FieldReader fields) => reader.Matches(ref fields, reply);

    public override bool TryRead(ref FieldReader fields, out MessageTail? tail) => reader.TryRead(ref fields, reply, out heard, out tail);

    public override bool Complete() => answer.TrySetResult(heard!);

    public override void Fail(Exception because) => answer.TrySetException(because);

    /// <summary>Nobody waits for the answer any more; it will be read and dropped. False: it has come, or will not.</summary>
    public bool Abandon() => answer.TrySetCanceled();
}
