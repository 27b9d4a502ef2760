using ProtoKit.Concurrency.Process;
using ProtoKit.Sessions;

namespace ProtoKit.Hosting.Workers;

/// <summary>Tells the server what happens in a worker of a group.</summary>
internal sealed class LinkObserver(WorkerLink link, bool commands) : ServerObserver
{
    public override bool HearsCommands => commands;

    public override ConversationObserver Opened(long connection, string protocol, string remote)
    {
        link.Send(new WorkerMessage { Word = WorkerMessage.Opened, Connection = connection, Protocol = protocol, Remote = remote });
        return new LinkConversation(link, connection, commands);
    }

    public override void Failed(Exception because) => link.Send(new WorkerMessage { Word = WorkerMessage.Failed, Text = because.ToString() });

    public override void Warned(string message) => link.Send(new WorkerMessage { Word = WorkerMessage.Warned, Text = message });
}

/// <summary>Tells the server what happens in one conversation of a worker.</summary>
internal sealed class LinkConversation(WorkerLink link, long connection, bool commands) : ConversationObserver
{
    public override void Failed(Exception because) =>
        link.Send(new WorkerMessage { Word = WorkerMessage.Failed, Connection = connection, Text = because.ToString() });

    public override void Handled(string command, FaultKind refusal)
    {
        if (commands) link.Send(new WorkerMessage { Word = WorkerMessage.Handled, Connection = connection, Text = command, Fault = refusal });
    }

    public override void Ended(ConversationEnd end, long received, long sent) => link.Send(new WorkerMessage
    {
        Word = WorkerMessage.Ended,
        Connection = connection,
        Text = end.Token,
        Received = received,
        Sent = sent,
    });
}
