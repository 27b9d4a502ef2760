using System.IO.Pipelines;
using ProtoKit.Sessions;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>Speaks a protocol that is known only by its description.</summary>
// What is listened with has to be there before the connection is: initializers run before the constructor that begins to listen.
internal sealed class DescribedClient(IDuplexPipe pipe, ProtocolDescription protocol, ClientOptions options)
    : ClientConnection(pipe, DescribedWire.FormatOf(protocol), DescribedWire.LimitsOf(protocol), options)
{
    private readonly WireFormat format = DescribedWire.FormatOf(protocol);
    private readonly StepReader reader = new(protocol);
    private readonly FaultReader faults = new(protocol);
    private readonly MessageDescription[] pushes = [.. protocol.Messages.Where(message => message.Push)];
    private readonly TimeSpan patience = options.Reply;

    public ProtocolDescription Protocol => protocol;

    /// <summary>Hears what the server says unasked; null: it is dropped.</summary>
    public Action<Heard>? OnPush { get; set; }

    /// <summary>The server may say something unasked.</summary>
    public bool MayPush => pushes.Length > 0;

    protected override bool HasPushes => pushes.Length > 0;

    /// <summary>Sends a command; the answer is null when the command has none.</summary>
    /// <param name="patience">How long the answer may take to begin; null: as the client was told.</param>
    public async Task<Heard?> CallAsync(Saying saying, TimeSpan? patience, CancellationToken cancel)
    {
        if (saying.Message.Stream is not null) throw ToolError.Usage($"{saying.Message.Name} is answered by a stream, which this protokit cannot hear");
        if (!IsAnswered(saying) || Protocol.Message(saying.Message.Reply) is not { } reply)
        {
            await SendAsync(saying, null, cancel).AsTask().WaitAsync(cancel);
            return null;
        }

        var exchange = new DescribedExchange(reader, reply);
        var sending = SendAsync(saying, exchange, cancel).AsTask();
        try
        {
            // A server may refuse a body before it has all of it, so the answer may overtake the command.
            if (await Task.WhenAny(sending, exchange.Answer).WaitAsync(cancel) == sending && !exchange.Answer.IsCompleted) await sending;
            return await exchange.Answer.WaitAsync(patience ?? this.patience, cancel);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"no answer within {(patience ?? this.patience).TotalSeconds:0.###} s");
        }
        finally
        {
            if (exchange.Abandon()) await GiveUpAsync();
        }
    }

    protected override bool TryReadFault(ReadOnlyMemory<byte> frame, out ProtocolFault? fault) => faults.TryRead(frame, out fault);

    protected override ValueTask? PushOf(ReadOnlyMemory<byte> frame)
    {
        foreach (var push in pushes)
        {
            var fields = DescribedWire.FieldsOf(format, frame);
            if (!reader.Matches(ref fields, push)) continue;
            if (!reader.TryRead(ref fields, push, out var heard, out _))
                throw new ProtocolViolationException($"what the server sent by itself is not understood: {Printable.Of(frame.Span)}");
            OnPush?.Invoke(heard);
            return default(ValueTask);
        }

        return null;
    }

    private bool IsAnswered(Saying saying) =>
        saying.Message.AnsweredWhen is not { } when || Condition.Holds(Protocol, when, saying.Message.Fields, saying.Values);
}
