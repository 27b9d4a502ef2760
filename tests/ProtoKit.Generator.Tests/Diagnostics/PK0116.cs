namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0116
{
    [Fact]
    public void A_message_of_a_plain_class_is_told_on_its_name() => Declare
        .File("""
            namespace Acme;

            public static partial class Messages
            {
                [Command("L")] public readonly partial record struct ⟪List⟫ : IOneWay;
            }
            """)
        .Reports("PK0116", "'List' is marked [Command], but does not stand in a [Protocol] class, so nothing is made of it. Move it into one.");

    [Fact]
    public void A_message_of_no_class_is_told_on_its_name() => Declare
        .File("""
            namespace Acme;

            [Reply("OK")] public readonly partial record struct ⟪Done⟫;
            """)
        .Reports("PK0116", "'Done' is marked [Reply], but does not stand in a [Protocol] class, so nothing is made of it. Move it into one.");

    [Fact]
    public void A_message_of_a_protocol_is_fine() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .IsFine();
}
