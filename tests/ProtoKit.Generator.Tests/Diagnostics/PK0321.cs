namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0321
{
    [Fact]
    public void Two_public_constructors_are_told_on_the_class() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct L : IOneWay;
            }

            public sealed class ⟪S⟫ : P.IServer
            {
                public S() { }
                public S(string name) => Name = name;
                public string? Name { get; }
                public ValueTask Handle(P.L command, P.Session session) => default;
            }
            """)
        .Reports("PK0321", "'S' has 2 public constructors, so 'protokit serve' cannot make it. Leave exactly one.");

    [Fact]
    public void No_public_constructor_is_told_on_the_class() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct L : IOneWay;
            }

            public sealed class ⟪S⟫ : P.IServer
            {
                private S() { }
                public static S Instance { get; } = new();
                public ValueTask Handle(P.L command, P.Session session) => default;
            }
            """)
        .Reports("PK0321", "'S' has no public constructors, so 'protokit serve' cannot make it. Leave exactly one.");

    [Fact]
    public void One_public_constructor_is_fine() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct L : IOneWay;
            }

            public sealed class S : P.IServer
            {
                public ValueTask Handle(P.L command, P.Session session) => default;
            }
            """)
        .IsFine();
}
