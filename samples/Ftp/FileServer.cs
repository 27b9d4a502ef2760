namespace Samples;

/// <summary>Serves a file library over the robust wire.</summary>
public sealed class FileServer(FileLibrary files) : Ftp.IServer
{
    public ValueTask<Ftp.Listing> Handle(Ftp.List list, Ftp.Session session) =>
        new(new Ftp.Listing([.. files.Entries().Select(file => new Ftp.Entry(file.Size, file.Name))]));

    public ValueTask<Ftp.Content> Handle(Ftp.Get get, Ftp.Session session) => new(new Ftp.Content(files.OpenRead(get.Name.Value)));

    public async ValueTask<Ftp.Stored> Handle(Ftp.Put put, Ftp.Session session)
    {
        await files.SaveAsync(put.Name.Value, put.Data, session.Aborted);
        return default;
    }

    public ValueTask<Ftp.Goodbye> Handle(Ftp.Quit quit, Ftp.Session session) => default;
}
