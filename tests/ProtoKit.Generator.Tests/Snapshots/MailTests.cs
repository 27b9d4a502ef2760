namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>Templates with braces, verbs of several words, in any case.</summary>
public sealed class MailTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("mail", Port = 25)]
        [TextWire(IgnoreCase = true, MaxLine = "512B")]
        public sealed partial class Mail
        {
            [Command("HELO")] public readonly partial record struct Hello(string Domain) : IRequest<Done>;
            [Command("MAIL FROM:<{Path}>")] public readonly partial record struct From(string Path) : IRequest<Done>;
            [Command("RCPT TO:<{Path}> {Limit}")] public readonly partial record struct To([Quoted] string Path, int? Limit) : IRequest<Done>;
            [Command("CONFIG GET")] public readonly partial record struct ConfigGet(string Key) : IRequest<Done>;
            [Command("CONFIG SET")] public readonly partial record struct ConfigSet(string Key, [Rest] string Value) : IRequest<Done>;
            [Command("列")] public readonly partial record struct List : IRequest<Done>;
            [Reply("250 {Text}")] public readonly partial record struct Done([Rest] string Text);
            [Fault("550 {Code} {Message}")] public readonly partial record struct Error(string Code, [Rest] string Message);
        }

        public sealed class Server : Mail.IServer
        {
            public ValueTask<Mail.Done> Handle(Mail.Hello hello, Mail.Session session) => Done(hello);
            public ValueTask<Mail.Done> Handle(Mail.From from, Mail.Session session) => Done(from);
            public ValueTask<Mail.Done> Handle(Mail.To to, Mail.Session session) => Done(to);
            public ValueTask<Mail.Done> Handle(Mail.ConfigGet get, Mail.Session session) => Done(get);
            public ValueTask<Mail.Done> Handle(Mail.ConfigSet set, Mail.Session session) => Done(set);
            public ValueTask<Mail.Done> Handle(Mail.List list, Mail.Session session) => Done(list);

            private static ValueTask<Mail.Done> Done(object command) => new(new Mail.Done(command.ToString()!));
        }

        public static class Talk
        {
            public static async Task<string> RunAsync(Mail.Client client)
            {
                string[] told =
                [
                    (await client.HelloAsync("here")).Text,
                    (await client.FromAsync("a@b")).Text,
                    (await client.ToAsync("a b", null)).Text,
                    (await client.ToAsync("a>b", 5)).Text,
                    (await client.ConfigSetAsync("key", "")).Text,
                    (await client.ListAsync()).Text,
                ];
                return string.Join("\n", told);
            }
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("helo here\r\nHeLo there\r\n", "250 Hello { Domain = here }\r\n250 Hello { Domain = there }\r\n")]
    [InlineData("mail from:<a@b>\r\n", "250 From { Path = a@b }\r\n")]
    [InlineData("MAIL FROM:<a@b\r\n", "550 bad-argument \">\" is missing\r\n")]
    [InlineData("MAIL FROM:<>\r\n", "550 bad-argument path is empty; one space stands between fields\r\n")]
    [InlineData("RCPT TO:<\"a>b\"> 7\r\n", "250 To { Path = a>b, Limit = 7 }\r\n")]
    [InlineData("Config Get a\r\nconfig set a b c\r\n", "250 ConfigGet { Key = a }\r\n250 ConfigSet { Key = a, Value = b c }\r\n")]
    [InlineData("列\r\n", "250 List { }\r\n")]
    [InlineData("CONFIG\r\nMAIL\r\n", "550 unknown-command there is no command 'CONFIG'\r\n550 unknown-command there is no command 'MAIL'\r\n")]
    public async Task Answers(string said, string answer) => await Shape.AnswersAsync(said, answer);

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal(
        """
        Hello { Domain = here }
        From { Path = a@b }
        To { Path = a b, Limit =  }
        To { Path = a>b, Limit = 5 }
        ConfigSet { Key = key, Value =  }
        List { }
        """.ReplaceLineEndings("\n"),
        await Shape.TalkAsync());
}
