namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0266
{
    [Fact]
    public void A_record_in_itself_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            public record ⟪Node⟫(byte Value, Node Next);
            [Command(1)] public readonly partial record struct Say(Node First) : IOneWay;
        }
        """)
        .Reports("PK0266", "'Node' holds itself, so that it would never end. Use a [Union] for nested values.");
}
