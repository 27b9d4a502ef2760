using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ProtoKit.Benchmarks.Generating;
using ProtoKit.Benchmarks.Wires;

// generator [COMMANDS]: how long the generator takes. check: by hand and generated agree. Anything else is BenchmarkDotNet's: --filter '*', --list flat.
switch (args)
{
    case ["generator", .. var rest]:
        return GeneratorSpeed.Print(rest is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 500);
    case ["check"]:
        foreach (WireBenchmarks wire in (WireBenchmarks[])[new LineBenchmarks(), new FieldsBenchmarks(), new RespBenchmarks(), new FrameBenchmarks()]) wire.Setup();
        return 0;
}

// In this process: what is compared is compared within one run, and no project has to be built for it.
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .HideColumns(Column.Error, Column.StdDev, Column.RatioSD, Column.Gen0);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;
