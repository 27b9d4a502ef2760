using System.Diagnostics;
using System.Reflection;

namespace ProtoKit.House.Tests.Code;

/// <summary>A comparison is worth something only as long as both sides do the same.</summary>
public sealed class BenchmarkTests
{
    [Fact]
    public async Task What_is_measured_by_hand_says_what_the_generated_code_says()
    {
        var configuration = typeof(BenchmarkTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var program = Repository.Full($"bench/ProtoKit.Benchmarks/bin/{configuration}/net10.0/ProtoKit.Benchmarks.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "check"]) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, error);
    }
}
