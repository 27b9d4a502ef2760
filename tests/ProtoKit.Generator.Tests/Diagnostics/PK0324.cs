namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0324
{
    [Fact]
    public void A_name_with_two_types_is_told_on_the_second() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct L : IOneWay;
            }

            public sealed class Store(string root)
            {
                public string Root => root;
            }

            public sealed class S(Store store, int ⟪root⟫) : P.IServer
            {
                public ValueTask Handle(P.L command, P.Session session) => new(Task.FromResult((store, root)));
            }
            """)
        .Reports("PK0324", "The setting 'root' is both 'string' and 'int', so 'protokit serve' cannot make 'S'. Rename one of the parameters.");

    [Fact]
    public void A_name_with_one_type_is_fine() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct L : IOneWay;
            }

            public sealed class Store(string root = "here")
            {
                public string Root => root;
            }

            public sealed class S(Store store, string root = "here") : P.IServer
            {
                public ValueTask Handle(P.L command, P.Session session) => new(Task.FromResult((store, root)));
            }
            """)
        .IsFine();
}
