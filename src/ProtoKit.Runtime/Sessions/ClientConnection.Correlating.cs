using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class ClientConnection
{
    private readonly Dictionary<object, Exchange> table = [];

    /// <summary>Answers name what they answer, and come in any order.</summary>
    protected virtual bool IsCorrelated => false;

    /// <summary>What a frame names as the command that it answers, for emitted code; null: none.</summary>
    protected virtual object? IdOf(ReadOnlyMemory<byte> frame) => NumberIn(frame);

    /// <summary>What the frame names if it is such a message, for emitted code; null: it is not.</summary>
    protected object? IdIn<T>(ReadOnlyMemory<byte> frame)
        where T : IMessage<T>
    {
        var fields = new FieldReader(Input, frame);
        return T.Matches(ref fields) && T.TryRead(ref fields, out var message) ? T.CorrelationOf(message) : null;
    }

    private async ValueTask HearAnyAsync(ReadOnlyMemory<byte> frame)
    {
        if (Take(IdOf(frame)) is { } exchange)
        {
            await AnswerOrFailAsync(frame, exchange).ConfigureAwait(false);
            return;
        }

        // A fault that names nobody is the only call's there is, or the server's last word.
        if (!TryReadFault(frame.ToArray(), out var fault))
            throw new ProtocolViolationException($"this answers nothing that was asked: {Printable.Of(frame.Span)}");
        if (TakeOnly() is { } only) only.Fail(fault!);
        else Farewell = fault;
    }

    private Exchange? Take(object? id)
    {
        if (id is null) return null;
        lock (waiting) return table.Remove(id, out var exchange) ? exchange : null;
    }

    private Exchange? TakeOnly()
    {
        lock (waiting)
        {
            if (table.Count != 1) return null;
            var only = table.Single();
            table.Clear();
            return only.Value;
        }
    }

    private void EnqueueById(object id, Exchange exchange)
    {
        if (!table.TryAdd(id, exchange)) throw new InvalidOperationException($"a command with the id {id} waits for its answer already");
    }
}
