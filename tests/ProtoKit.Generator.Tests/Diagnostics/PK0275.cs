namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0275
{
    [Fact]
    public void A_code_that_does_not_cover_all_kinds_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            public enum Code : byte
            {
                [Answers(FaultKind.BadArgument)] BadValue = 3,
                Failure = 4,
            }
            
            [Fault(200)] public readonly partial record struct Refused(Code ⟪Code⟫);
            [Command(1)] public readonly partial record struct Say(byte A) : IOneWay;
        }
        """)
        .Reports("PK0275", "No member of the enum of 'Code' stands for the kinds that no other does. Mark one with [Answers(FaultKind.Any)].");
}
