using System.IO.Pipelines;
using ProtoKit.Sessions;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>Speaks a protocol that is known only by its description.</summary>
internal sealed class DescribedClient : ClientConnection
{
    private readonly StepReader reader;
    private readonly TimeSpan patience;
    private readonly FaultReader faults;

    public DescribedClient(IDuplexPipe pipe, ProtocolDescription protocol, ClientOptions options)
        : base(pipe, DescribedWire.FormatOf(protocol), DescribedWire.LimitsOf(protocol), options)
    {
        Protocol = protocol;
        reader = new StepReader(protocol);
        patience = options.Reply;
        faults = new FaultReader(protocol);
    }

    public ProtocolDescription Protocol { get; }

    /// <summary>Sends a command; the answer is null when the command has none.</summary>
    /// <param name="patience">How long the answer may take to begin; null: as the client was told.</param>
    public async Task<Heard?> CallAsync(Saying saying, TimeSpan? patience, CancellationToken cancel)
    {
        if (Protocol.Message(saying.Message.Reply) is not { } reply)
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
}
