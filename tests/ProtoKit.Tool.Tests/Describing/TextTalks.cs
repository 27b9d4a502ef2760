using static ProtoKit.Tool.Tests.Describing.Talk;

namespace ProtoKit.Tool.Tests.Describing;

/// <summary>Conversations of words.</summary>
internal static class TextTalks
{
    public static Talk Ftp => new Talk("ftp", 2121)
        .Client("L\r\n", "List", "verb=L")
        .Server("OK 2\r\n5 a.txt\r\n10 b c.txt\r\n", "Listing", "verb=OK", "listing.files.count=2", "entry.size=5", "entry.name=a.txt", "entry.size=10", "entry.name=b c.txt")
        .Client("P \"b \\\"c\" 5\r\nhello", "Put", "verb=P", "put.name=b \"c", "put.data.length=5", $"put.data={Hex("hello")}")
        .Server("OK stored\r\n", "Stored", "verb=OK stored")
        .Client("G a.txt\r\n", "Get", "verb=G", "get.name=a.txt")
        .Server("OK 3\r\nL\r\n", "Content", "verb=OK", "content.data.length=3", $"content.data={Hex("L\r\n")}")
        .Client("G nope\n", "Get", "verb=G", "get.name=nope")
        .Server("ERR not-found there is none\r\n", "Error", "verb=ERR", "error.code=not-found", "error.message=there is none")
        .Client("Q\r\n", "Quit", "verb=Q")
        .Server("BYE\r\n", "Goodbye", "verb=BYE");

    public static Talk Echo => new Talk("echo", 7007)
        .Client("one\n", "Line", $"line.text={Hex("one")}")
        .Server("one\n", "Echoed", $"echoed.text={Hex("one")}")
        .Client("ERR a b\r\n", "Line", $"line.text={Hex("ERR a b")}")
        .Server("ERR a b\r\n", "Echoed", $"echoed.text={Hex("ERR a b")}")
        .Client("Bye\r\n", "Bye", "verb=Bye");

    public static Talk Redis => new Talk("redis", 6379)
        .Client("*1\r\n$4\r\nPING\r\n", "Ping", "verb=PING")
        .Server("+PONG\r\n", "Resp", "resp=Simple", "resp_simple.text=PONG")
        .Client("*6\r\n$3\r\nSET\r\n$1\r\nk\r\n$5\r\nhello\r\n$2\r\nEX\r\n$2\r\n60\r\n$2\r\nnx\r\n", "Set",
            "verb=SET", $"set.key={Hex("k")}", $"set.value={Hex("hello")}", "set.seconds=60", "set.if_absent=1")
        .Server("$-1\r\n", "Resp", "resp=Bulk", "resp_bulk.data.length=-1")
        .Client("*2\r\n$3\r\nGET\r\n$1\r\nk\r\n", "Get", "verb=GET", $"get.key={Hex("k")}")
        .Server("$5\r\nhello\r\n", "Value", "value.data.length=5", $"value.data={Hex("hello")}")
        .Client("*5\r\n$4\r\nMSET\r\n$1\r\na\r\n$1\r\n1\r\n$1\r\nb\r\n$1\r\n2\r\n", "SetMany",
            $"pair.key={Hex("a")}", $"pair.value={Hex("1")}", $"pair.key={Hex("b")}", $"pair.value={Hex("2")}")
        .Server("+OK\r\n", "Ok", "verb=+OK")
        .Client("*3\r\n$4\r\nMGET\r\n$1\r\na\r\n$1\r\nz\r\n", "GetMany", $"get_many.keys={Hex("a")}", $"get_many.keys={Hex("z")}")
        .Server("*2\r\n$1\r\n1\r\n$-1\r\n", "Values", "values.items.count=2", $"value.data={Hex("1")}", "value.data.length=-1")
        .Client("*3\r\n$6\r\nconfig\r\n$3\r\nget\r\n$4\r\nsave\r\n", "GetConfig", "verb=CONFIG GET", $"get_config.patterns={Hex("save")}")
        .Server("*0\r\n", "Values", "values.items.count=0")
        .Client("incrby n 5\r\n", "IncrementBy", "verb=incrby", $"increment_by.key={Hex("n")}", "increment_by.by=5")
        .Server(":5\r\n", "Number", "number.value=5")
        .Client("*1\r\n$4\r\nNOPE\r\n", "Unknown message")
        .Server("-ERR unknown command 'NOPE', with args beginning with: \r\n", "UnknownCommand", "unknown_command.command=NOPE")
        .Client("*2\r\n$9\r\nSUBSCRIBE\r\n$2\r\nch\r\n", "Subscribe", $"subscribe.channels={Hex("ch")}")
        .Server("*3\r\n$9\r\nsubscribe\r\n$2\r\nch\r\n:1\r\n", "Subscribed", $"subscribed.channel={Hex("ch")}", "subscribed.count=1")
        .Server("*3\r\n$7\r\nmessage\r\n$2\r\nch\r\n$3\r\nhi!\r\n", "Message", $"message.channel={Hex("ch")}", $"message.payload={Hex("hi!")}");
}
