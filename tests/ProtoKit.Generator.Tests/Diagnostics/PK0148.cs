namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0148
{
    [Fact]
    public void A_constant_of_another_type_is_told_on_it() => Declare
        .Text("""
            [Command("SET"), AnsweredWhen(nameof(Loud), Comparison.Equal, ⟪1⟫)]
            public readonly partial record struct Set(bool Loud) : IRequest<Done?>;
            [Reply("DONE")] public readonly partial record struct Done;
            """)
        .Reports("PK0148", "1 is no value of 'Loud'. Write a constant of its type.");

    [Fact]
    public void A_member_of_the_enum_is_fine() => Declare
        .Text("""
            public enum Level { Low, High }
            [Command("SET"), AnsweredWhen(nameof(Level), Comparison.NotEqual, Level.Low)]
            public readonly partial record struct Set(Level Level) : IRequest<Done?>;
            [Reply("DONE")] public readonly partial record struct Done;
            """)
        .IsFine();
}
