using System.Text;
using ProtoKit;
using ProtoKit.Sessions;

namespace Samples.Redis;

/// <summary>Coming in, choosing a database, and what a client says of itself.</summary>
public sealed partial class RedisServer
{
    private readonly ConnectedClient client;

    /// <inheritdoc/>
    public ValueTask OpenedAsync(Redis.Session session)
    {
        roll.Add(client);
        if (gatekeeper.IsOpen) session.State = Redis.State.Ready;
        return default;
    }

    /// <inheritdoc/>
    public ValueTask ClosedAsync(Redis.Session session, ConversationEnd end)
    {
        roll.Remove(client);
        if (subscriber is not null) channels.Leave(subscriber);
        return default;
    }

    public ValueTask<Redis.Ok> Handle(Redis.Authenticate said, Redis.Session session)
    {
        if (said.Password is null && gatekeeper.IsOpen) throw Refusal.NoPassword();
        var (user, password) = said.Password is { } second ? (said.UserOrPassword, second) : (Bytes.Of("default"), said.UserOrPassword);
        if (!gatekeeper.Admits(user.Span, password.Span)) throw Refusal.WrongPassword();
        return Done;
    }

    public ValueTask<Redis.Resp> Handle(Redis.Hello hello, Redis.Session session)
    {
        var greeting = Greeting.Read(hello.Arguments);
        if (greeting.User is { } user)
        {
            if (!gatekeeper.Admits(user.Span, greeting.Password.Span)) throw Refusal.WrongPassword();
            session.State = Redis.State.Ready;
        }

        if (session.State == Redis.State.Anonymous) throw Refusal.HelloWithoutPassword();
        if (greeting.Name is { } name) Rename(name);
        return new(Items(
        [
            Word("server"), Word("redis"), Word("version"), Word(Report.Version), Word("proto"), Integer(2), Word("id"), Integer(client.Id),
            Word("mode"), Word("standalone"), Word("role"), Word("master"), Word("modules"), Items([]),
        ]));
    }

    public ValueTask<Redis.Ok> Handle(Redis.Select select, Redis.Session session)
    {
        keys = keyspace.Find(select.Database) ?? throw Refusal.NoSuchDatabase();
        client.Database = (int)select.Database;
        return Done;
    }

    public ValueTask<Redis.Ok> Handle(Redis.Quit quit, Redis.Session session) => Done;

    public ValueTask<Redis.Number> Handle(Redis.GetClientId get, Redis.Session session) => Answer(client.Id);

    public ValueTask<Redis.Value> Handle(Redis.GetClientName get, Redis.Session session) =>
        Answer(client.Name.Length > 0 ? Bytes.Of(client.Name) : (Bytes?)null);

    public ValueTask<Redis.Ok> Handle(Redis.SetClientName set, Redis.Session session)
    {
        Rename(set.Name);
        return Done;
    }

    public ValueTask<Redis.Ok> Handle(Redis.SetClientInfo set, Redis.Session session)
    {
        var value = Plain(set.Value) ?? throw Refusal.BadClientInfo(set.Attribute);
        if (Is(set.Attribute, "LIB-NAME")) client.Library = value;
        else if (Is(set.Attribute, "LIB-VER")) client.LibraryVersion = value;
        else throw Refusal.NoSuchClientInfo(set.Attribute);
        return Done;
    }

    public ValueTask<Redis.Value> Handle(Redis.GetClientInfo get, Redis.Session session) =>
        Answer(Bytes.Of(client.Describe(keyspace.Clock.GetUtcNow()) + "\n"));

    public ValueTask<Redis.Value> Handle(Redis.ListClients list, Redis.Session session) =>
        list.Filters.Count > 0 ? throw Refusal.Syntax() : Answer(Bytes.Of(roll.Describe(keyspace.Clock.GetUtcNow())));

    // Nothing is ever evicted, so there is nothing to keep from it.
    public ValueTask<Redis.Ok> Handle(Redis.KeepClient keep, Redis.Session session) => Choose(keep.Choice);

    public ValueTask<Redis.Ok> Handle(Redis.HideClient hide, Redis.Session session) => Choose(hide.Choice);

    private static ValueTask<Redis.Ok> Choose(Bytes choice) => Is(choice, "ON") || Is(choice, "OFF") ? Done : throw Refusal.Syntax();

    private void Rename(Bytes name) => client.Name = Plain(name) ?? throw Refusal.BadClientName();

    private static string? Plain(Bytes word) => ConnectedClient.CanBeNamed(word.Span) ? Encoding.ASCII.GetString(word.Span) : null;

    private static bool Is(Bytes word, string name) => Ascii.EqualsIgnoreCase(word.Span, name);

    private static Redis.Resp Integer(long value) => new Redis.Resp.Integer(value);
}
