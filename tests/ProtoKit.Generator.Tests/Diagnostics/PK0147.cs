namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0147
{
    [Fact]
    public void A_field_that_is_none_is_told_on_its_name() => Declare
        .Text("""
            [Command("SET"), AnsweredWhen(⟪"Loudness"⟫, Comparison.Greater, 3)]
            public readonly partial record struct Set(int Level) : IRequest<Done?>;
            [Reply("DONE")] public readonly partial record struct Done;
            """)
        .Reports("PK0147", "Whether 'Set' is answered cannot depend on 'Loudness', which is no number, bool or enum of it. Name one with nameof.");

    [Fact]
    public void A_text_is_no_condition() => Declare
        .Text("""
            [Command("SET"), AnsweredWhen(⟪nameof(Name)⟫, Comparison.Equal, "a")]
            public readonly partial record struct Set(string Name) : IRequest<Done?>;
            [Reply("DONE")] public readonly partial record struct Done;
            """)
        .Reports("PK0147", "Whether 'Set' is answered cannot depend on 'Name', which is no number, bool or enum of it. Name one with nameof.");
}
