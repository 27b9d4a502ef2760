namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0263
{
    [Fact]
    public void A_nullable_number_without_a_condition_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say(⟪ushort?⟫ Packet) : IOneWay;
        }
        """)
        .Reports("PK0263", "'Packet' can be null, but nothing on the wire would say so. Add [When(...)], or drop the '?'.");
}
