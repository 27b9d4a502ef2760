namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0331
{
    [Fact]
    public void A_member_of_another_enum_is_told_on_it() => Declare
        .Text("""
            public enum State { New, Known }
            public enum Mood { Good }
            [Command("L"), Next(⟪Mood.Good⟫)] public readonly partial record struct Login : IOneWay;
            """)
        .Reports("PK0331", "Acme.P.Mood.Good is not a member of 'P.State'. Name one of its members.");

    [Fact]
    public void A_number_is_no_state() => Declare
        .Text("""
            public enum State { New, Known }
            [Command("L"), Allow(State.New, State.Known, ⟪5⟫)] public readonly partial record struct Login : IOneWay;
            """)
        .Reports("PK0331", "5 is not a member of 'P.State'. Name one of its members.");
}
