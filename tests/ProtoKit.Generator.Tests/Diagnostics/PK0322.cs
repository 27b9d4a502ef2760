namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0322
{
    [Fact]
    public void A_generic_server_is_told_on_its_name() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct L : IOneWay;
            }

            public sealed class ⟪S⟫<T> : P.IServer
            {
                public ValueTask Handle(P.L command, P.Session session) => default;
            }
            """)
        .Reports("PK0322", "'S' is generic, so 'protokit serve' cannot make it. Declare it as a plain class that its assembly can see.");

    [Fact]
    public void A_private_server_is_told_on_its_name() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct L : IOneWay;
            }

            public static class Outer
            {
                private sealed class ⟪S⟫ : P.IServer
                {
                    public ValueTask Handle(P.L command, P.Session session) => default;
                }

                public static object Make() => new S();
            }
            """)
        .Reports("PK0322", "'S' is private, so 'protokit serve' cannot make it. Declare it as a plain class that its assembly can see.");

    [Fact]
    public void A_server_of_one_file_is_told_on_its_name() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct L : IOneWay;
            }

            file sealed class ⟪S⟫ : P.IServer
            {
                public ValueTask Handle(P.L command, P.Session session) => default;
            }
            """)
        .Reports("PK0322", "'S' is local to its file, so 'protokit serve' cannot make it. Declare it as a plain class that its assembly can see.");

    [Fact]
    public void A_plain_class_is_fine() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct L : IOneWay;
            }

            internal sealed class S : P.IServer
            {
                public ValueTask Handle(P.L command, P.Session session) => default;
            }
            """)
        .IsFine();
}
