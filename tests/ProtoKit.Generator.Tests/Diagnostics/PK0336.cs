namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0336
{
    [Fact]
    public void A_body_is_told_on_its_command() => Declare
        .File("""
            namespace Acme;

            [Protocol("p")]
            [TextWire]
            [Correlated(nameof(Get.Id))]
            public sealed partial class P
            {
                [Command("GET")] public readonly partial record struct ⟪Get⟫(int Id, [BodyLength] Body Data) : IOneWay;
            }
            """)
        .Reports("PK0336", "'Get' is followed by lines or a body, but the commands of 'P' run side by side. Remove that, or [Correlated].");

    [Fact]
    public void A_reply_that_may_be_absent_is_told() => Declare
        .File("""
            namespace Acme;

            [Protocol("p")]
            [TextWire]
            [Correlated(nameof(Get.Id))]
            public sealed partial class P
            {
                [Command("GET")] public readonly partial record struct ⟪Get⟫(int Id) : IRequest<Item?>;
                [Reply("ITEM")] public readonly partial record struct Item(int Id);
            }
            """)
        .Reports("PK0336", "'Get' may go unanswered, but the commands of 'P' run side by side. Remove that, or [Correlated].");

    [Fact]
    public void A_stream_is_told() => Declare
        .File("""
            namespace Acme;

            [Protocol("p")]
            [TextWire]
            [Correlated(nameof(Get.Id))]
            public sealed partial class P
            {
                [Command("GET")] public readonly partial record struct ⟪Get⟫(int Id) : IStream<Item, Over>;
                [Reply("ITEM")] public readonly partial record struct Item(int Id);
                [Reply("OVER")] public readonly partial record struct Over(int Id = 0);
            }
            """)
        .Reports("PK0336", "'Get' is answered by a stream, but the commands of 'P' run side by side. Remove that, or [Correlated].");
}
