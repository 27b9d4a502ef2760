using System.Runtime.CompilerServices;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class ClientConnection
{
    /// <summary>
    /// Sends a command when the enumeration begins, and gives what answers it, up to its end. A fault is thrown behind the items before it. Who leaves
    /// early gives the rest up: it is read and dropped, so that the connection serves the calls behind it.
    /// </summary>
    /// <exception cref="ProtocolFault">The server refused, or gave up.</exception>
    /// <exception cref="ConversationEndedException">The connection ended first.</exception>
    public async IAsyncEnumerable<TItem> StreamAsync<TCommand, TItem, TEnd>(TCommand command, [EnumeratorCancellation] CancellationToken cancel = default)
        where TCommand : IMessage<TCommand>
        where TItem : IMessage<TItem>
        where TEnd : IMessage<TEnd>
    {
        var call = new StreamCall<TItem, TEnd>();
        try
        {
            await SendAsync(command, call, cancel).ConfigureAwait(false);
            await foreach (var item in call.Items.ReadAllAsync(cancel).ConfigureAwait(false)) yield return item;
        }
        finally
        {
            call.Abandon();
        }
    }
}
