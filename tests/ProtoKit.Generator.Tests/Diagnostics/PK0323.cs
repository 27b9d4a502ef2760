namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0323
{
    [Fact]
    public void A_circle_is_told_where_it_closes() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct L : IOneWay;
            }

            public sealed class A(B b)
            {
                public B B => b;
            }

            public sealed class B(A ⟪a⟫)
            {
                public A A => a;
            }

            public sealed class S(A a) : P.IServer
            {
                public ValueTask Handle(P.L command, P.Session session) => new(Task.FromResult(a));
            }
            """)
        .Reports("PK0323", "Making 'A' needs 'A' again, so 'protokit serve' cannot make 'S'. Break the circle.");

    [Fact]
    public void One_shared_object_beneath_another_is_fine() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct L : IOneWay;
            }

            public sealed class A(string name = "a")
            {
                public string Name => name;
            }

            public sealed class B(A a)
            {
                public A A => a;
            }

            public sealed class S(A a, B b) : P.IServer
            {
                public ValueTask Handle(P.L command, P.Session session) => new(Task.FromResult((a, b)));
            }
            """)
        .IsFine();
}
