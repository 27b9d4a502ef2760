namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0335
{
    [Fact]
    public void A_reply_without_the_field_is_told_on_its_name() => Declare
        .File("""
            namespace Acme;

            [Protocol("p")]
            [TextWire]
            [Correlated(nameof(Get.Id))]
            public sealed partial class P
            {
                [Command("GET")] public readonly partial record struct Get(int Id) : IRequest<Item>;
                [Reply("ITEM")] public readonly partial record struct ⟪Item⟫(string Text);
            }
            """)
        .Reports("PK0335", "'Item' has no field 'Id' of the type that the others have, so nobody could tell what belongs to it. Add one.");

    [Fact]
    public void A_field_of_another_type_is_told_too() => Declare
        .File("""
            namespace Acme;

            [Protocol("p")]
            [TextWire]
            [Correlated(nameof(Get.Id))]
            public sealed partial class P
            {
                [Command("GET")] public readonly partial record struct Get(int Id) : IRequest<Item>;
                [Reply("ITEM")] public readonly partial record struct ⟪Item⟫(long Id);
            }
            """)
        .Reports("PK0335", "'Item' has no field 'Id' of the type that the others have, so nobody could tell what belongs to it. Add one.");

    [Fact]
    public void The_field_everywhere_is_fine() => Declare
        .File("""
            namespace Acme;

            [Protocol("p")]
            [TextWire]
            [Correlated(nameof(Get.Id))]
            public sealed partial class P
            {
                [Command("GET")] public readonly partial record struct Get(string Id) : IRequest<Item>;
                [Command("PUT")] public readonly partial record struct Put(string Id) : IOneWay;
                [Reply("ITEM")] public readonly partial record struct Item(string Id, string Text);
                [Reply("NEWS"), Push] public readonly partial record struct News(string Text);
                [Fault("E {Id} {Code}")] public readonly partial record struct Error(string Id, string Code);
            }
            """)
        .IsFine();
}
