using System.Buffers;
using System.IO.Pipelines;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using ProtoKit.Sessions;
using ProtoKit.Wire;

namespace ProtoKit.Benchmarks.Wires;

/// <summary>One wire: reading a command, writing an answer, and a whole conversation in memory, beside the same by hand. Figures are for one command.</summary>
[MemoryDiagnoser, GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory), CategoriesColumn]
public abstract class WireBenchmarks
{
    /// <summary>How many commands come in one read, as with so many in flight.</summary>
    protected const int Depth = 16;

    private const int Reads = 64;
    private readonly ArrayBufferWriter<byte> output = new(64 * 1024);
    private readonly RepeatedPipe pipe = new();
    private byte[] batch = [];
    private ReadOnlySequence<byte> sequence;

    private protected abstract byte[] Command { get; }

    /// <summary>Once, before anything is measured: both say the same.</summary>
    [GlobalSetup]
    public void Setup()
    {
        batch = [.. Enumerable.Repeat(Command, Depth).SelectMany(bytes => bytes)];
        sequence = new ReadOnlySequence<byte>(batch);
        Agree("parse", ParseByHand(), Parse());
        FormatByHand();
        var byHand = output.WrittenSpan.ToArray();
        Format();
        Agree("format", Convert.ToHexString(byHand), Convert.ToHexString(output.WrittenSpan));
        pipe.Keeps = true;
        ConverseByHand();
        byHand = pipe.Written;
        Converse();
        Agree("converse", Convert.ToHexString(byHand), Convert.ToHexString(pipe.Written));
        pipe.Keeps = false;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Depth, Description = "by hand"), BenchmarkCategory("parse")]
    public long ParseByHand()
    {
        long sum = 0;
        ParseByHand(batch, ref sum);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Depth, Description = "generated"), BenchmarkCategory("parse")]
    public long Parse()
    {
        var input = Input;
        input.Feed(sequence);
        long sum = 0;
        while (input.ReadFrame(out var frame) == ReadStatus.Done)
        {
            var fields = input.FieldsOf(frame);
            sum += Read(ref fields);
        }

        input.Release();
        return sum;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Depth, Description = "by hand"), BenchmarkCategory("format")]
    public void FormatByHand()
    {
        output.ResetWrittenCount();
        for (var i = 0; i < Depth; i++) FormatByHand(output);
    }

    [Benchmark(OperationsPerInvoke = Depth, Description = "generated"), BenchmarkCategory("format")]
    public void Format()
    {
        output.ResetWrittenCount();
        for (var i = 0; i < Depth; i++)
        {
            var writer = new FieldWriter(Input.Format);
            Write(ref writer);
            writer.Commit(output);
            writer.Dispose();
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Depth * Reads, Description = "by hand"), BenchmarkCategory("converse")]
    public void ConverseByHand()
    {
        pipe.Rewind(batch, Reads);
        while (pipe.Input.TryRead(out var read) && !read.Buffer.IsEmpty)
        {
            var used = ServeByHand(read.Buffer.FirstSpan, pipe.Output);
            pipe.Input.AdvanceTo(read.Buffer.GetPosition(used));
            pipe.Output.FlushAsync().GetAwaiter().GetResult();
        }
    }

    [Benchmark(OperationsPerInvoke = Depth * Reads, Description = "generated"), BenchmarkCategory("converse")]
    public void Converse()
    {
        pipe.Rewind(batch, Reads);
        ServeAsync(pipe).GetAwaiter().GetResult();
    }

    private protected abstract WireInput Input { get; }

    private protected abstract int ParseByHand(ReadOnlySpan<byte> input, ref long sum);

    private protected abstract void FormatByHand(IBufferWriter<byte> to);

    private protected abstract int ServeByHand(ReadOnlySpan<byte> input, IBufferWriter<byte> to);

    private protected abstract long Read(ref FieldReader fields);

    private protected abstract void Write(ref FieldWriter writer);

    private protected abstract Task<ConversationEnd> ServeAsync(IDuplexPipe connection);

    /// <summary>The generated reader of one message, as the dispatch loop calls it.</summary>
    private protected static T Read<T>(ref FieldReader fields)
        where T : IMessage<T> =>
        T.Matches(ref fields) && T.TryRead(ref fields, out var message) ? message : throw new InvalidOperationException("not read");

    /// <summary>The generated writer of one message.</summary>
    private protected static void Write<T>(ref FieldWriter writer, in T message)
        where T : IMessage<T> => T.Write(ref writer, message);

    private static void Agree<T>(string what, T byHand, T generated)
    {
        if (!EqualityComparer<T>.Default.Equals(byHand, generated)) throw new InvalidOperationException($"{what}: by hand {byHand}, generated {generated}");
    }
}
