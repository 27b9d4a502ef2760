namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>Fields of every type.</summary>
public sealed class FieldsTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        public enum Color
        {
            Red,
            [EnumMember(Value = "dark-green")] Green,
        }

        [Protocol("fields")]
        [TextWire]
        public sealed partial class Fields
        {
            [Command("INTS")] public readonly partial record struct Ints(sbyte A, byte B, short C, ushort D, int E, uint F, long G, ulong H) : IRequest<Told>;
            [Command("REALS")] public readonly partial record struct Reals(float A, double B, decimal C) : IRequest<Told>;
            [Command("TIMES")] public readonly partial record struct Times(DateTimeOffset Moment, DateOnly Day, TimeOnly Time) : IRequest<Told>;
            [Command("OTHERS")] public readonly partial record struct Others(bool Flag, Guid Id, Color Color, Word Word, Name Name, Bytes Raw) : IRequest<Told>;
            [Command("LOGIN")] public readonly partial record struct Login(string User, [Secret] string Password, int? Age, Color? Likes, Bytes? Raw) : IRequest<Told>;
            [Reply("TOLD")] public readonly partial record struct Told([Rest] string Text);

            [Token(MaxBytes = 8)] public sealed partial record Word(string Text);

            [Token]
            public readonly partial record struct Name(string Value)
            {
                private static bool Validate(ReadOnlySpan<byte> utf8) => utf8[0] is >= (byte)'A' and <= (byte)'Z';

                public override string ToString() => "the name " + Value;
            }
        }

        public sealed class Server : Fields.IServer
        {
            public ValueTask<Fields.Told> Handle(Fields.Ints ints, Fields.Session session) => Told(ints);
            public ValueTask<Fields.Told> Handle(Fields.Reals reals, Fields.Session session) => Told(reals);
            public ValueTask<Fields.Told> Handle(Fields.Times times, Fields.Session session) => Told(FormattableString.Invariant($"{times.Moment:u} {times.Day:o} {times.Time:o}"));
            public ValueTask<Fields.Told> Handle(Fields.Others others, Fields.Session session) => Told(others);
            public ValueTask<Fields.Told> Handle(Fields.Login login, Fields.Session session) => Told(login);

            private static ValueTask<Fields.Told> Told(object command) => new(new Fields.Told(command.ToString()!));
        }

        public static class Talk
        {
            public static async Task<string> RunAsync(Fields.Client client)
            {
                var day = new DateTime(2024, 2, 29, 12, 34, 56, DateTimeKind.Utc);
                string[] told =
                [
                    (await client.IntsAsync(sbyte.MinValue, byte.MaxValue, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue)).Text,
                    (await client.RealsAsync(0.5f, -1e300, 12.50m)).Text,
                    (await client.TimesAsync(day, DateOnly.FromDateTime(day), TimeOnly.FromDateTime(day))).Text,
                    (await client.OthersAsync(true, Guid.Empty, Color.Green, new Fields.Word("ab"), new Fields.Name("Zoë"), Bytes.Of("x"))).Text,
                    (await client.LoginAsync("me", "hidden", null, null, null)).Text,
                    (await client.LoginAsync("me", "hidden", 5, Color.Red, null)).Text,
                ];
                return string.Join("\n", told);
            }
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("INTS -128 255 -1 0 1 2 3 4\r\n", "TOLD Ints { A = -128, B = 255, C = -1, D = 0, E = 1, F = 2, G = 3, H = 4 }\r\n")]
    [InlineData("INTS -129 255 -1 0 1 2 3 4\r\n", "ERR bad-argument a is not a whole number from -128 to 127\r\n")]
    [InlineData("INTS 0 0 0 0 0 0 0 -0\r\n", "ERR bad-argument h is not a whole number from 0 to 18446744073709551615\r\n")]
    [InlineData("REALS 0.5 -1e-3 12.50\r\n", "TOLD Reals { A = 0.5, B = -0.001, C = 12.50 }\r\n")]
    [InlineData("REALS 0.5 NaN 1\r\n", "ERR bad-argument b is not a number\r\n")]
    [InlineData("TIMES 2024-02-29T12:34:56Z 2024-02-29 12:34:56\r\n", "TOLD 2024-02-29 12:34:56Z 2024-02-29 12:34:56.0000000\r\n")]
    [InlineData("TIMES 2023-02-29T12:34:56Z 2024-02-29 12:34:56\r\n", "ERR bad-argument moment is not a time in ISO 8601\r\n")]
    [InlineData("OTHERS true 00000000-0000-0000-0000-000000000001 dark-green word Zoë x\r\n", "TOLD Others { Flag = True, Id = 00000000-0000-0000-0000-000000000001, Color = Green, Word = word, Name = the name Zoë, Raw = x }\r\n")]
    [InlineData("OTHERS true 00000000-0000-0000-0000-000000000001 Green word Zoë x\r\n", "ERR bad-argument color is none of Red, dark-green\r\n")]
    [InlineData("OTHERS true 00000000-0000-0000-0000-000000000001 Red wordwordw Zoë x\r\n", "ERR bad-argument word is not valid\r\n")]
    [InlineData("OTHERS true 00000000-0000-0000-0000-000000000001 Red word zoë x\r\n", "ERR bad-argument name is not valid\r\n")]
    [InlineData("LOGIN me pass\r\n", "TOLD Login { User = me, Password = ***, Age = , Likes = , Raw =  }\r\n")]
    [InlineData("LOGIN me pass 5 Red x\r\n", "TOLD Login { User = me, Password = ***, Age = 5, Likes = Red, Raw = x }\r\n")]
    [InlineData("LOGIN me pass 5 \r\n", "ERR bad-argument likes is missing\r\n")]
    public async Task Answers(string said, string answer) => await Shape.AnswersAsync(said, answer);

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal(
        """
        Ints { A = -128, B = 255, C = -32768, D = 65535, E = -2147483648, F = 4294967295, G = -9223372036854775808, H = 18446744073709551615 }
        Reals { A = 0.5, B = -1E+300, C = 12.50 }
        2024-02-29 12:34:56Z 2024-02-29 12:34:56.0000000
        Others { Flag = True, Id = 00000000-0000-0000-0000-000000000000, Color = Green, Word = ab, Name = the name Zoë, Raw = x }
        Login { User = me, Password = ***, Age = , Likes = , Raw =  }
        Login { User = me, Password = ***, Age = 5, Likes = Red, Raw =  }
        """.ReplaceLineEndings("\n"),
        await Shape.TalkAsync());
}
