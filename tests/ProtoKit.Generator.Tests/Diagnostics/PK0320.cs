namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0320
{
    [Fact]
    public void A_parameter_of_an_interface_is_told_on_its_name() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct L : IOneWay;
            }

            public sealed class S(IDisposable ⟪thing⟫) : P.IServer
            {
                public ValueTask Handle(P.L command, P.Session session) => new(Task.FromResult(thing));
            }
            """)
        .Reports("PK0320", "'thing' is of type 'IDisposable', which no setting can fill, so 'protokit serve' cannot make 'S'. Use a type that reads itself from text, or a class with one public constructor.");

    [Fact]
    public void A_parameter_of_a_shared_object_is_told_on_its_name() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct L : IOneWay;
            }

            public sealed class Store(Action ⟪changed⟫)
            {
                public Action Changed => changed;
            }

            public sealed class S(Store store) : P.IServer
            {
                public ValueTask Handle(P.L command, P.Session session) => new(Task.FromResult(store));
            }
            """)
        .Reports("PK0320", "'changed' is of type 'Action', which no setting can fill, so 'protokit serve' cannot make 'S'. Use a type that reads itself from text, or a class with one public constructor.");

    [Fact]
    public void A_parameter_of_a_setting_s_type_is_fine() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct L : IOneWay;
            }

            public sealed class S(string greeting = "hello") : P.IServer
            {
                public ValueTask Handle(P.L command, P.Session session) => new(Task.FromResult(greeting));
            }
            """)
        .IsFine();
}
