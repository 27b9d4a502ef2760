namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0271
{
    [Fact]
    public void Two_commands_with_one_tag_are_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct One(byte A) : IOneWay;
            [Command(⟪1⟫)] public readonly partial record struct Two(byte A) : IOneWay;
        }
        """)
        .Reports("PK0271", "'One' and 'Two' both have the tag 1, so one of them could never be read. Change one.");

    [Fact]
    public void Two_cases_with_one_tag_are_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Union] public abstract partial record U
            {
                [Case(1)] public sealed record A(byte V) : U;
                [Case(⟪1⟫)] public sealed record B(byte V) : U;
            }
            [Command(1)] public readonly partial record struct Say(U Value) : IOneWay;
        }
        """)
        .Reports("PK0271", "'A' and 'B' both have the tag 1, so one of them could never be read. Change one.");

    [Fact]
    public void A_fault_that_looks_like_an_answer_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say(byte A) : IRequest<Yes>;
            [Reply(2)] public readonly partial record struct Yes(byte A);
            [Fault(⟪2⟫)] public readonly partial record struct No;
        }
        """)
        .Reports("PK0271", "'Yes' and 'No' both have the tag 2, so one of them could never be read. Change one.");
}
