namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0146
{
    [Fact]
    public void A_reply_that_always_comes_is_told_on_the_attribute() => Declare
        .Text("""
            [Command("SET"), ⟪AnsweredWhen(nameof(Loud), Comparison.Equal, true)⟫]
            public readonly partial record struct Set(bool Loud) : IRequest<Done>;
            [Reply("DONE")] public readonly partial record struct Done;
            """)
        .Reports("PK0146", "'Set' has [AnsweredWhen], but no reply that may be absent. Declare it as IRequest<TheReply?>.");

    [Fact]
    public void A_nullable_reply_is_fine() => Declare
        .Text("""
            [Command("SET"), AnsweredWhen(nameof(Loud), Comparison.Equal, true)]
            public readonly partial record struct Set(bool Loud) : IRequest<Done?>;
            [Command("LET"), AnsweredWhen(nameof(Level), Comparison.Greater, 2)]
            public readonly partial record struct Let(int Level) : IRequest<Made?>;
            [Reply("MADE")] public sealed partial record Made;
            [Reply("DONE")] public readonly partial record struct Done;
            """)
        .IsFine();
}
