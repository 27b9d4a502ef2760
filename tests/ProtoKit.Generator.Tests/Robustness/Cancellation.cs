using Microsoft.CodeAnalysis;

namespace ProtoKit.Generator.Tests.Robustness;

/// <summary>An editor cancels at any moment; the next run knows nothing of it.</summary>
public class Cancellation
{
    [Fact]
    public void A_cancelled_token_ends_the_run() => Assert.ThrowsAny<OperationCanceledException>(
        () => Generate.Driver().RunGenerators(Generate.CompilationOf(Sample.All), new CancellationToken(canceled: true)));

    [Fact]
    public void Whenever_it_is_cancelled_the_next_run_is_whole()
    {
        var compilation = Generate.CompilationOf(Sample.All);
        var expected = Texts(Generate.Driver().RunGenerators(compilation).GetRunResult());
        for (var k = 1; k <= 200; k++)
        {
            var driver = Generate.Driver();
            using var cancel = new CancellationTokenSource(TimeSpan.FromMicroseconds(k * 40));
            try
            {
                var result = driver.RunGenerators(compilation, cancel.Token).GetRunResult();
                Assert.Null(result.Results.Single().Exception);
            }
            catch (OperationCanceledException)
            {
                // As it should be; anything else fails the test.
            }

            if (k % 20 == 0) Assert.Equal(expected, Texts(driver.RunGenerators(compilation).GetRunResult()));
        }
    }

    private static IEnumerable<string> Texts(GeneratorDriverRunResult result) =>
        result.Results.Single().GeneratedSources.Select(source => source.SourceText.ToString()).ToList();
}
