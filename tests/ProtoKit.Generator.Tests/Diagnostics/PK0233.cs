namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0233
{
    [Fact]
    public void Two_members_with_one_word_are_told_on_the_second_word() => Declare
        .Text("""
            [Command("C")] public readonly partial record struct C(Color Color) : IOneWay;
            public enum Color { Red, [System.Runtime.Serialization.EnumMember(Value = ⟪"Red"⟫)] Green }
            """)
        .Reports("PK0233", "'Red' and 'Green' of the enum 'Color' are both \"Red\", so one could not be told from the other. Change one of them.");

    [Fact]
    public void Two_members_with_one_value_are_told_on_the_second() => Declare
        .Text("""
            [Command("C")] public readonly partial record struct C(Color Color) : IOneWay;
            public enum Color { Grey, ⟪Gray⟫ = Grey }
            """)
        .Reports("PK0233", "'Grey' and 'Gray' of the enum 'Color' have the same value, so one could not be told from the other. Change one of them.");

    [Fact]
    public void Words_of_their_own_are_fine() => Declare
        .Text("""
            [Command("C")] public readonly partial record struct C(Color Color) : IOneWay;
            public enum Color { Red, [System.Runtime.Serialization.EnumMember(Value = "GREEN")] Green }
            """)
        .IsFine();
}
