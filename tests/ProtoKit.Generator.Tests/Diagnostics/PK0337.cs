namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0337
{
    [Fact]
    public void A_real_number_tells_nothing_apart() => Declare
        .File("""
            namespace Acme;

            [Protocol("p")]
            [TextWire]
            [Correlated(nameof(Get.Id))]
            public sealed partial class P
            {
                [Command("GET")] public readonly partial record struct Get(double ⟪Id⟫) : IOneWay;
            }
            """)
        .Reports("PK0337", "'Id' of 'Get' cannot tell answers apart. Make it an integer or a string that is never null.");
}
