namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0264
{
    [Fact]
    public void A_condition_on_a_field_that_cannot_be_null_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say(bool Has, [When(nameof(Has))] ⟪ushort⟫ Packet) : IOneWay;
        }
        """)
        .Reports("PK0264", "'Packet' may be absent, but its type cannot say so. Add a '?'.");
}
