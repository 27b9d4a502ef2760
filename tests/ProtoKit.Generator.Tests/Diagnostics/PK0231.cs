namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0231
{
    [Fact]
    public void A_token_of_a_namespace_is_told_on_the_type_of_its_field() => Declare
        .File("""
            namespace Acme;

            [Token] public readonly partial record struct Outside(string Value);

            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("C")] public readonly partial record struct C(⟪Outside⟫ Word) : IOneWay;
            }
            """)
        .Reports("PK0231", "The token 'Outside' is not declared inside a [Protocol] class, so nothing writes its reader. Move it into one.");

    [Fact]
    public void A_token_of_the_protocol_is_fine() => Declare
        .Text("""
            [Command("C")] public readonly partial record struct C(Inside Word) : IOneWay;
            [Token] public readonly partial record struct Inside(string Value);
            """)
        .IsFine();
}
