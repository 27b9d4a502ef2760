using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;

namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK9001
{
    [Fact]
    public void A_failure_of_the_generator_is_told_on_one_line() => Assert.Equal(
        "ProtoKit failed on 'Ftp': InvalidOperationException: two lines. This is a mistake in ProtoKit; please report it with the declaration.",
        Problem.Of(new InvalidOperationException("two\nlines"), "Ftp", Location.None).ToDiagnostic().GetMessage(null));
}
