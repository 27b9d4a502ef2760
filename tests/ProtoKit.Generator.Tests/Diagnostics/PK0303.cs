namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0303
{
    [Fact]
    public void A_generic_class_is_told_on_its_name() => Declare
        .File("""
            namespace Acme;
            [Protocol("p")]
            [TextWire]
            public sealed partial class ⟪P⟫<T>
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .Reports("PK0303", "'P' is generic, which a protocol cannot be. Remove its type parameters.");

    [Fact]
    public void A_nested_class_is_told_on_its_name() => Declare
        .File("""
            namespace Acme;
            public partial class Outer
            {
            [Protocol("p")]
            [TextWire]
            public sealed partial class ⟪P⟫
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            }
            """)
        .Reports("PK0303", "'P' is nested in another type, which a protocol cannot be. Declare it directly in a namespace.");

    [Fact]
    public void A_class_of_one_file_is_told_on_its_name() => Declare
        .File("""
            namespace Acme;
            [Protocol("p")]
            [TextWire]
            file sealed partial class ⟪P⟫
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .Reports("PK0303", "'P' is local to its file, which a protocol cannot be. Make it public or internal.");

    [Fact]
    public void A_static_class_is_told_on_its_name() => Declare
        .File("""
            namespace Acme;
            [Protocol("p")]
            [TextWire]
            public static partial class ⟪P⟫
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .Reports("PK0303", "'P' is static, which a protocol cannot be. Make it sealed instead.");

    [Fact]
    public void A_record_is_told_on_its_name() => Declare
        .File("""
            namespace Acme;
            [Protocol("p")]
            [TextWire]
            public sealed partial record ⟪P⟫
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .Reports("PK0303", "'P' is a record, which a protocol cannot be. Make it a class.");

    [Fact]
    public void A_plain_class_is_fine() => Declare
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
