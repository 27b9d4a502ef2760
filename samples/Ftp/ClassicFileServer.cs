using ProtoKit;

namespace Samples;

/// <summary>Serves a file library over the origin wire, to the origin clients.</summary>
public sealed class ClassicFileServer(FileLibrary files) : FtpClassic.IServer
{
    public ValueTask<FtpClassic.Listing> Handle(FtpClassic.List list, FtpClassic.Session session)
    {
        var names = string.Concat(files.Entries().Select(file => file.Name + "\n"));
        if (names.Length == 0) session.Fault(new FtpClassic.Empty());
        return new(new FtpClassic.Listing(Body.FromText(names)));
    }

    public ValueTask<FtpClassic.Content> Handle(FtpClassic.Get get, FtpClassic.Session session)
    {
        try
        {
            return new(new FtpClassic.Content(files.OpenRead(get.Name.Value)));
        }
        catch (ProtocolFault fault)
        {
            // The origin has one word for every name that it cannot give.
            throw new ProtocolFault(FaultKind.NotFound, fault.Message);
        }
    }

    public async ValueTask<FtpClassic.Ready?> Handle(FtpClassic.Put put, FtpClassic.Session session)
    {
        Refuse(put.Name.Value);
        await session.SendAsync(new FtpClassic.Ready());
        var upload = await session.ReadAsync<FtpClassic.Upload>();
        try
        {
            await files.SaveAsync(put.Name.Value, upload.Data, session.Aborted);
        }
        catch (Exception failure) when (failure is ProtocolFault or IOException and not ProtoKit.Sessions.ConversationEndedException)
        {
            // This wire has no answer to an upload. That the connection ends is all that a client can be told.
            session.End("upload-failed");
        }

        return null;
    }

    // The origin has one word for every name that it does not take.
    private void Refuse(string name)
    {
        try
        {
            files.CheckFree(name);
        }
        catch (ProtocolFault fault)
        {
            throw new ProtocolFault(FaultKind.Exists, fault.Message);
        }
    }

    public ValueTask Handle(FtpClassic.Quit quit, FtpClassic.Session session) => default;

    public ValueTask Handle(FtpClassic.Unknown unknown, FtpClassic.Session session) => default;
}
