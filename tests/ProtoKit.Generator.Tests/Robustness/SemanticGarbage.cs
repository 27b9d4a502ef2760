using Microsoft.CodeAnalysis;

namespace ProtoKit.Generator.Tests.Robustness;

/// <summary>Declarations that parse but mean nothing: the compiler complains, the generator survives.</summary>
public class SemanticGarbage
{
    [Theory]
    [InlineData("[Command(null)] public readonly partial record struct C : IOneWay;")]
    [InlineData("[Command(nameof(Missing))] public readonly partial record struct C : IOneWay;")]
    [InlineData("[Command(typeof(Missing))] public readonly partial record struct C : IOneWay;")]
    [InlineData("[Command(5)] public readonly partial record struct C : IOneWay;")]
    [InlineData("[Command] public readonly partial record struct C : IOneWay;")]
    [InlineData("[Command(\"A\", \"B\")] public readonly partial record struct C : IOneWay;")]
    [InlineData("[Command(template: \"A\", Missing = 1)] public readonly partial record struct C : IOneWay;")]
    [InlineData("[Command(\"A\", Follows = null)] public readonly partial record struct C : IOneWay;")]
    [InlineData("[Command(\"A\", Follows = typeof(C))] public readonly partial record struct C : IOneWay;")]
    [InlineData("[Command(\"A\", Closes = \"yes\")] public readonly partial record struct C : IOneWay;")]
    [InlineData("[Command(\"A\"), Command(\"B\")] public readonly partial record struct C : IOneWay;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C : IRequest<Missing>;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C : IRequest<>;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C : IRequest<int, int>;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C : Missing;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C(Missing<int> X) : IOneWay;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C(int X, int X) : IOneWay;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C(int) : IOneWay;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C(void X) : IOneWay;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C(int* X, delegate*<int> Y) : IOneWay;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C(Span<int> X, System.Collections.Generic.IReadOnlyList<> Y) : IOneWay;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C([Missing] int X, [Rest(5)] string Y) : IOneWay;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C([BodyUntil] Body X) : IOneWay;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C([BodyUntil(null)] Body X) : IOneWay;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C([File(null), BodyLength(Max = null)] Body X) : IOneWay;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C(out int X, ref int Y) : IOneWay;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C(C X) : IOneWay;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C(IReadOnlyList<IReadOnlyList<int>> X) : IOneWay;")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C(int X) : IOneWay; public readonly partial record struct C(int Y);")]
    [InlineData("[Command(\"A\")] public readonly partial record struct C : IOneWay; [Command(\"B\")] public readonly partial record struct C : IOneWay;")]
    [InlineData("[Fault(\"A\", Answers = \"x\")] public readonly partial record struct F; [Fault(\"B\", Answers = null)] public readonly partial record struct G;")]
    [InlineData("[Token(MaxBytes = \"x\")] public readonly partial record struct T(string Value);")]
    [InlineData("[Token] public readonly partial record struct T(T Value);")]
    [InlineData("[Line] public readonly partial record struct L([Lines] IReadOnlyList<L> Ls);")]
    [InlineData("public enum E { A = B, B = A } [Command(\"A\")] public readonly partial record struct C(E X) : IOneWay;")]
    [InlineData("[Command(\"A\")] public partial record C : C, IOneWay;")]
    public void Nothing_that_parses_makes_it_fail(string members)
    {
        foreach (var wire in new[] { "TextWire", "UnframedWire", "TextWire(MaxLine = null, Encoding = null)", "TextWire(MaxLine = 5, NewLine = \"x\"), Limits(Idle = 5)", "Missing" })
        {
            var generated = Generate.From($$"""
                using System;
                using System.Collections.Generic;
                using ProtoKit;
                namespace Acme;
                [Protocol("p")]
                [{{wire}}]
                public sealed partial class P { {{members}} }
                public class S(P.C c, Missing m) : P.IServer, Missing.IServer, P.IServer.IServer;
                """);
            Assert.DoesNotContain(generated.Diagnostics, problem => problem.Id == "PK9001");
        }
    }

    [Theory]
    [InlineData("Protocol")]
    [InlineData("Protocol(5)")]
    [InlineData("Protocol(typeof(Missing))")]
    [InlineData("Protocol(name: \"p\", Port = \"x\", Summary = null)")]
    [InlineData("Protocol(\"p\", Port = int.MaxValue + 1)")]
    public void Nor_does_a_protocol_without_sense(string attribute) => Assert.DoesNotContain(
        Generate.From($"using ProtoKit;\n[{attribute}, TextWire] public sealed partial class P {{ }}").Diagnostics,
        problem => problem.Id == "PK9001");
}
