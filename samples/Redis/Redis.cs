using ProtoKit;

namespace Samples.Redis;

/// <summary>The commands of Redis in its serialization protocol, version 2: a command is an array of bulk strings.</summary>
[Protocol("redis", Port = 6379, Summary = "Keys, strings, lists, hashes and channels in memory.")]
[Envelope<Redis.Resp.Array>(Verb = 0, IgnoreCase = true, Inline = true, MaxFrame = "64MiB", MaxArguments = 1_048_576)]
[Limits(FirstCommand = "unlimited", Idle = "unlimited", MaxErrors = "unlimited")]
[Allow(State.Ready)]
[StateLimits(State.Anonymous, MaxFrame = "16KiB", MaxArguments = "10", Idle = "60s")]
public sealed partial class Redis
{
    public enum State { Anonymous, Ready, Subscribed }

    /// <summary>What can be answered. Commands are arrays of bulk strings.</summary>
    [Union]
    public abstract partial record Resp
    {
        [Case('+')] public sealed partial record Simple([Terminated("\r\n")] string Text) : Resp;
        [Case('-')] public sealed partial record Failure([Terminated("\r\n")] string Text) : Resp;
        [Case(':')] public sealed partial record Integer([Digits("\r\n")] long Value) : Resp;
        [Case('$')] public sealed partial record Bulk([PrefixedDigits("\r\n", After = "\r\n")] Bytes? Data) : Resp;
        [Case('*')] public sealed partial record Array([CountDigits("\r\n")] IReadOnlyList<Resp>? Items) : Resp;
    }

    [Reply("+OK")] public readonly partial record struct Ok;
    [Reply("+{Name}")] public readonly partial record struct Status(string Name);
    [Reply(':')] public readonly partial record struct Number([Digits("\r\n")] long Value);
    [Reply('$')] public readonly partial record struct Value([PrefixedDigits("\r\n", After = "\r\n")] Bytes? Data);
    [Reply('*')] public readonly partial record struct Values([CountDigits("\r\n")] IReadOnlyList<Value>? Items);

    [Fault("-{Code} {Message}", Answers = FaultKind.Refused)] public readonly partial record struct Error(string Code, [Rest] string Message);
    [Fault("-ERR {Message}")] public readonly partial record struct Failure([Rest] string Message);
    [Fault("-ERR Protocol error: invalid bulk length", Answers = FaultKind.FrameTooLarge)] public readonly partial record struct TooLarge;
    [Fault("-ERR Protocol error: {Message}", Answers = FaultKind.BadLength)]
    public readonly partial record struct BadLength([Rest] string Message) { public string Message { get; } = Wording.OfFraming(Message); }
    [Fault("-ERR Protocol error: invalid multibulk length", Answers = FaultKind.TooManyArguments, Closes = true)]
    public readonly partial record struct TooMany;
    [Fault("-ERR unknown {Words}", Answers = FaultKind.UnknownCommand)]
    public readonly partial record struct UnknownCommand([Rest] string Words) { public string Words { get; } = Wording.OfUnknown(Words); }
    [Fault("-ERR wrong number of arguments for '{Command}' command", Answers = FaultKind.BadArgument, Trouble = ArgumentTrouble.Number)]
    public readonly partial record struct WrongNumber(string Command) { public string Command { get; } = Wording.OfVerb(Command); }
    [Fault("-ERR value is not an integer or out of range", Answers = FaultKind.BadArgument, Trouble = ArgumentTrouble.Value)]
    public readonly partial record struct WrongValue;
    [Fault("-ERR syntax error", Answers = FaultKind.BadArgument, Trouble = ArgumentTrouble.Option)] public readonly partial record struct SyntaxError;
    [Fault("-ERR Protocol error: unbalanced quotes in request", Answers = FaultKind.BadArgument, Closes = true)]
    public readonly partial record struct UnbalancedQuotes;
    [Fault("-NOAUTH Authentication required.", Answers = FaultKind.WrongState)] public readonly partial record struct NotNow;

    public readonly record struct Pair(Bytes Key, Bytes Value);

    [Command("PING"), Allow(State.Ready, State.Subscribed)]
    public readonly partial record struct Ping(Bytes? Message) : IRequest<Resp>;
    [Command("ECHO")] public readonly partial record struct Echo(Bytes Message) : IRequest<Value>;

    [Command("SET")]
    public readonly partial record struct Set(
        Bytes Key,
        Bytes Value,
        [Option("EX")] long? Seconds,
        [Option("PX"), Excludes(nameof(Seconds))] long? Milliseconds,
        [Flag("NX")] bool IfAbsent,
        [Flag("XX"), Excludes(nameof(IfAbsent))] bool IfPresent,
        [Flag("GET")] bool Get) : IRequest<Resp>;
    [Command("GET")] public readonly partial record struct Get(Bytes Key) : IRequest<Value>;
    [Command("DEL")] public readonly partial record struct Delete([AtLeast(1)] IReadOnlyList<Bytes> Keys) : IRequest<Number>;
    [Command("EXISTS")] public readonly partial record struct Exists([AtLeast(1)] IReadOnlyList<Bytes> Keys) : IRequest<Number>;
    [Command("INCR")] public readonly partial record struct Increment(Bytes Key) : IRequest<Number>;
    [Command("INCRBY")] public readonly partial record struct IncrementBy(Bytes Key, long By) : IRequest<Number>;
    [Command("DECR")] public readonly partial record struct Decrement(Bytes Key) : IRequest<Number>;
    [Command("DECRBY")] public readonly partial record struct DecrementBy(Bytes Key, long By) : IRequest<Number>;
    [Command("APPEND")] public readonly partial record struct Append(Bytes Key, Bytes Value) : IRequest<Number>;
    [Command("STRLEN")] public readonly partial record struct Length(Bytes Key) : IRequest<Number>;
    [Command("EXPIRE")] public readonly partial record struct Expire(Bytes Key, long Seconds) : IRequest<Number>;
    [Command("TTL")] public readonly partial record struct TimeToLive(Bytes Key) : IRequest<Number>;
    [Command("MGET")] public readonly partial record struct GetMany([AtLeast(1)] IReadOnlyList<Bytes> Keys) : IRequest<Values>;
    [Command("MSET")] public readonly partial record struct SetMany([AtLeast(1)] IReadOnlyList<Pair> Pairs) : IRequest<Ok>;
    [Command("KEYS")] public readonly partial record struct Keys(Bytes Pattern) : IRequest<Values>;
    [Command("TYPE")] public readonly partial record struct TypeOf(Bytes Key) : IRequest<Status>;
    [Command("FLUSHALL")] public readonly partial record struct FlushAll([Flag("ASYNC")] bool Later, [Flag("SYNC"), Excludes(nameof(Later))] bool Now) : IRequest<Ok>;
    [Command("DBSIZE")] public readonly partial record struct Size : IRequest<Number>;

    [Command("LPUSH")] public readonly partial record struct PushLeft(Bytes Key, [AtLeast(1)] IReadOnlyList<Bytes> Items) : IRequest<Number>;
    [Command("RPUSH")] public readonly partial record struct PushRight(Bytes Key, [AtLeast(1)] IReadOnlyList<Bytes> Items) : IRequest<Number>;
    [Command("LPOP")] public readonly partial record struct PopLeft(Bytes Key, Bytes? Count) : IRequest<Resp>;
    [Command("RPOP")] public readonly partial record struct PopRight(Bytes Key, Bytes? Count) : IRequest<Resp>;
    [Command("LRANGE")] public readonly partial record struct Range(Bytes Key, long First, long Last) : IRequest<Values>;
    [Command("LLEN")] public readonly partial record struct ListLength(Bytes Key) : IRequest<Number>;

    [Command("HSET")] public readonly partial record struct SetFields(Bytes Key, [AtLeast(1)] IReadOnlyList<Pair> Fields) : IRequest<Number>;
    [Command("HGET")] public readonly partial record struct GetField(Bytes Key, Bytes Field) : IRequest<Value>;
    [Command("HDEL")] public readonly partial record struct DeleteFields(Bytes Key, [AtLeast(1)] IReadOnlyList<Bytes> Fields) : IRequest<Number>;
    [Command("HGETALL")] public readonly partial record struct GetFields(Bytes Key) : IRequest<Values>;

    [Command("SUBSCRIBE"), Allow(State.Ready, State.Subscribed)]
    public readonly partial record struct Subscribe([AtLeast(1)] IReadOnlyList<Bytes> Channels) : IOneWay;
    [Command("UNSUBSCRIBE"), Allow(State.Ready, State.Subscribed)]
    public readonly partial record struct Unsubscribe(IReadOnlyList<Bytes> Channels) : IOneWay;
    [Command("PUBLISH")] public readonly partial record struct Publish(Bytes Channel, Bytes Payload) : IRequest<Number>;

    [Reply("subscribe", Enveloped = true), Push] public readonly partial record struct Subscribed(Bytes Channel, long Count);
    [Reply("unsubscribe", Enveloped = true), Push] public readonly partial record struct Unsubscribed(Bytes? Channel, long Count);
    [Reply("message", Enveloped = true), Push] public readonly partial record struct Message(Bytes Channel, Bytes Payload);

    [Command("AUTH"), Allow(State.Anonymous, State.Ready), Next(State.Ready)]
    public readonly partial record struct Authenticate([Secret] Bytes UserOrPassword, [Secret] Bytes? Password) : IRequest<Ok>;
    [Command("HELLO"), Allow(State.Anonymous, State.Ready)]
    public readonly partial record struct Hello([Secret] IReadOnlyList<Bytes> Arguments) : IRequest<Resp>;
    [Command("SELECT")] public readonly partial record struct Select(long Database) : IRequest<Ok>;
    [Command("QUIT", Closes = true), Allow(State.Anonymous, State.Ready, State.Subscribed)]
    public readonly partial record struct Quit : IRequest<Ok>;
    [Command("COMMAND")] public readonly partial record struct ListCommands : IRequest<Resp>;
    [Command("COMMAND COUNT")] public readonly partial record struct CountCommands : IRequest<Number>;
    [Command("COMMAND INFO")] public readonly partial record struct DescribeCommands(IReadOnlyList<Bytes> Names) : IRequest<Resp>;
    [Command("COMMAND DOCS")] public readonly partial record struct DocumentCommands(IReadOnlyList<Bytes> Names) : IRequest<Resp>;
    [Command("CONFIG GET")] public readonly partial record struct GetConfig([AtLeast(1)] IReadOnlyList<Bytes> Patterns) : IRequest<Values>;
    [Command("INFO")] public readonly partial record struct Info(IReadOnlyList<Bytes> Sections) : IRequest<Value>;
    [Command("CLIENT ID")] public readonly partial record struct GetClientId : IRequest<Number>;
    [Command("CLIENT GETNAME")] public readonly partial record struct GetClientName : IRequest<Value>;
    [Command("CLIENT SETNAME")] public readonly partial record struct SetClientName(Bytes Name) : IRequest<Ok>;
    [Command("CLIENT SETINFO")] public readonly partial record struct SetClientInfo(Bytes Attribute, Bytes Value) : IRequest<Ok>;
    [Command("CLIENT INFO")] public readonly partial record struct GetClientInfo : IRequest<Value>;
    [Command("CLIENT LIST")] public readonly partial record struct ListClients(IReadOnlyList<Bytes> Filters) : IRequest<Value>;
    [Command("CLIENT NO-EVICT")] public readonly partial record struct KeepClient(Bytes Choice) : IRequest<Ok>;
    [Command("CLIENT NO-TOUCH")] public readonly partial record struct HideClient(Bytes Choice) : IRequest<Ok>;
}
