using Microsoft.CodeAnalysis;

namespace ProtoKit.Generator.Tests.Lifetime;

/// <summary>A handler under test, with a server around it that has places to keep things. What stands between ⟪ and ⟫ is told, and nothing else.</summary>
internal static class Handler
{
    /// <summary>The statements of a handler of <c>P.Put put</c>, which answers with a <c>P.Found</c>.</summary>
    public static string Of(string statements, string members = "") => $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using System.Threading;
        using System.Threading.Channels;
        using System.Threading.Tasks;
        using ProtoKit;

        namespace Acme;

        [Protocol("p")]
        [TextWire]
        public sealed partial class P
        {
            [Command("PUT")] public readonly partial record struct Put(Bytes Key, int Number, IReadOnlyList<Bytes> Others) : IRequest<Found>
            {
                public Bytes? Value => Number > 0 ? Key : null;
            }


            [Command("MORE", Follows = nameof(Put))] public readonly partial record struct More(Bytes Data);
            [Reply("FOUND {Key}")] public readonly partial record struct Found(Bytes Key);
        }

        public readonly record struct Entry(Bytes Key, int Number);

        public sealed class Node
        {
            public Bytes Key { get; set; }
        }

        public readonly struct Digest(Bytes of)
        {
            public int Value { get; } = of.GetHashCode();
        }

        public sealed class Server(List<Entry> log) : P.IServer
        {
            private static Bytes latest;
            private Bytes last;
            private Bytes? maybe;
            private object? boxed;
            private P.Put put;
            private Digest digest;
            private byte[] array = [];
            private string text = "";
            private Entry entry;
            private Func<int>? length;
            private Node node = new();
            private Task work = Task.CompletedTask;
            private readonly Bytes[] slots = new Bytes[4];
            private readonly Queue<Bytes> queue = new();
            private readonly List<Bytes> list = [];
            private ImmutableList<Bytes> frozen = [];
            private readonly Dictionary<Bytes, Bytes> table = [];
            private readonly Dictionary<string, Node> nodes = [];
            private readonly ConcurrentDictionary<Bytes, Entry> entries = new();
            private readonly Channel<Entry> channel = Channel.CreateUnbounded<Entry>();

            private event Action? Changed;

            private Bytes Kept { get; set; }

            public async ValueTask<P.Found> Handle(P.Put put, P.Session session)
            {
                await Task.Yield();
                {{statements.Replace("\n", "\n        ")}}
                return default;
            }

            private static Bytes Copied(Bytes bytes) => bytes.ToArray();

            private static Task SaveAsync(Bytes bytes) => Task.FromResult(bytes.Length);
            {{members}}
        }
        """;

    /// <summary>Each marked piece is told by this id, once.</summary>
    public static void Tells(string id, string statements, string members = "")
    {
        var marked = Of(statements, members);
        var expected = new List<string>();
        for (var at = marked.IndexOf('⟪'); at >= 0; at = marked.IndexOf('⟪', at + 1)) expected.Add(marked[(at + 1)..marked.IndexOf('⟫', at)]);

        var found = Analyze(marked.Replace("⟪", "").Replace("⟫", ""));

        Assert.Equal(expected.Select(text => $"{id}: {text}"), found.Select(one => $"{one.Id}: {one.Location.SourceTree!.GetText().ToString(one.Location.SourceSpan)}"));
    }

    public static void Silent(string statements, string members = "") => Tells("none", statements, members);

    public static IReadOnlyList<Diagnostic> Analyze(string source)
    {
        var generated = Generate.From(source);
        Assert.DoesNotContain(generated.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(generated.Errors());
        return generated.Analyzed();
    }
}
