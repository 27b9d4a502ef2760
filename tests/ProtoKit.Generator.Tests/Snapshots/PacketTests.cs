namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>Bytes behind a header with a length: flags that say which fields follow, records, what the server sends unasked, states.</summary>
public sealed class PacketTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("packet", Port = 1883)]
        [BinaryWire(MaxFrame = "64KiB")]
        [Frame<Packet.Head>]
        [Allow(State.Open)]
        public sealed partial class Packet
        {
            public enum State { New, Open }

            public enum Kind : byte { Hello = 1, Welcome = 2, Say = 3, Heard = 4, Follow = 8, Following = 9 }

            public enum Care : byte { Once = 0, Surely = 1 }

            public readonly record struct Head([Bits(4), Tag] Kind Kind, [Bits(4), Expect(0)] byte Flags, [VarInt(MaxBytes = 4), FrameLength] uint Length);

            public readonly record struct SayFlags([Bits(1)] bool Again, [Bits(2)] Care Care, [Bits(1)] bool Keep);

            public readonly record struct Topic([Prefixed16] string Name, Care Care);

            [Command(Kind.Hello), Allow(State.New), Next(State.Open)]
            public readonly partial record struct Hello([Prefixed16, Expect("PK")] string Magic, bool Named, [When(nameof(Named)), Prefixed8, Secret] Bytes? Name) : IRequest<Welcome>;
            [Reply(Kind.Welcome)] public readonly partial record struct Welcome([Fixed(4)] string Motd, float Load);

            [Command(Kind.Say), Push, AnsweredWhen(nameof(Flags), Comparison.NotEqual, Care.Once, Part = nameof(SayFlags.Care))]
            public readonly partial record struct Say(
                [Header(nameof(Head.Flags))] SayFlags Flags,
                [Prefixed16] string Topic,
                [When(nameof(Flags), Comparison.NotEqual, Care.Once, Part = nameof(SayFlags.Care))] ushort? Number,
                [Rest] Bytes Text) : IRequest<Heard?>;
            [Command(Kind.Heard), Reply(Kind.Heard)] public readonly partial record struct Heard(ushort Number) : IOneWay;

            [Command(Kind.Follow), HeaderValue(nameof(Head.Flags), 2)]
            public readonly partial record struct Follow(ushort Number, [Rest, AtLeast(1)] IReadOnlyList<Topic> Topics) : IRequest<Following>;
            [Reply(Kind.Following)] public readonly partial record struct Following(ushort Number, [Rest] IReadOnlyList<Care> Granted);
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);
}
