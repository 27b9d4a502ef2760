namespace ProtoKit.Generator.Tests.Robustness;

/// <summary>A protocol with one of everything, and a server for it.</summary>
internal static class Sample
{
    public const string Protocol = """
        using System;
        using System.Collections.Generic;
        using ProtoKit;

        namespace Acme;

        [Protocol("files", Port = 2121, Summary = "A small file library.")]
        [TextWire(MaxLine = "4KiB", IgnoreCase = true)]
        [Limits(Idle = "2m", MaxErrors = "unlimited")]
        public sealed partial class Files
        {
            [Command("L")] public readonly partial record struct List(Order Order, int? Most) : IRequest<Listing>;
            [Command("G")] public readonly partial record struct Get([Quoted] FileName Name) : IRequest<Content?>;
            [Command("P")] public readonly partial record struct Put([Quoted] FileName Name, [BodyLength(Max = "4GiB")] Body Data) : IRequest<Stored>;
            [Command("LOGIN {User}:{Secret}")] public readonly partial record struct Login(string User, [Secret] string Secret) : IOneWay;
            [Command("S")]
            public readonly partial record struct Sort([OneOf(Order.Size)] Order? By, [Option("AT"), Between(1, 9)] long? At, [Flag("UP"), Excludes(nameof(At))] bool Up)
                : IOneWay;
            [Command("REN")] public readonly partial record struct Rename([AtLeast(1)] IReadOnlyList<Pair> Pairs) : IOneWay;
            public readonly record struct Pair([MaxBytes(9)] string From, [Quoted] FileName To);
            [Command("DEL")] public readonly partial record struct Delete(IReadOnlyList<FileName> Names) : IRequest<Stored>;

            [Reply("OK {Found.Count}")] public readonly partial record struct Listing([Lines] IReadOnlyList<Entry> Found);
            [Reply("OK {Data.Length}")] public readonly partial record struct Content([File(nameof(Get.Name))] Body Data);
            [Reply("OK stored")] public readonly partial record struct Stored;
            [Fault("ERR {Code} {Message}")] public readonly partial record struct Error(string Code, [Rest] string Message);
            [Fault("WAIT", Answers = FaultKind.Busy)] public readonly partial record struct Wait;

            [Line] public readonly partial record struct Entry(long Size, DateTimeOffset Changed, [Rest] string Name);

            [Token(MaxBytes = 255)]
            public readonly partial record struct FileName(string Value)
            {
                private static bool Validate(ReadOnlySpan<byte> utf8) => utf8[0] != (byte)'.';
            }

            public enum Order { Name, Size }
        }
        """;

    public const string Server = """
        using System;
        using System.Threading.Tasks;
        using Acme;

        namespace Acme.Serving;

        public sealed class FileServer(Library library, TimeSpan delay = default) : Files.IServer
        {
            public ValueTask<Files.Listing> Handle(Files.List list, Files.Session session) => new(new Files.Listing([]));
            public ValueTask<Files.Content?> Handle(Files.Get get, Files.Session session) => default;
            public ValueTask<Files.Stored> Handle(Files.Put put, Files.Session session) => default;
            public ValueTask Handle(Files.Login login, Files.Session session) => new(Task.Delay(delay));
            public ValueTask Handle(Files.Sort sort, Files.Session session) => default;
            public ValueTask Handle(Files.Rename rename, Files.Session session) => default;
            public ValueTask<Files.Stored> Handle(Files.Delete delete, Files.Session session) => new(Task.FromResult(library.Stored));
        }

        public sealed class Library(System.IO.DirectoryInfo root, bool overwrite = false)
        {
            public Files.Stored Stored => root.Exists && overwrite ? default : default;
        }
        """;

    public const string Other = """
        using ProtoKit;

        namespace Acme;

        [Protocol("echo")]
        [TextWire]
        public sealed partial class Echo
        {
            [Command("{Text}")] public readonly partial record struct Say([Rest] string Text) : IRequest<Said>;
            [Reply("{Text}")] public readonly partial record struct Said([Rest] string Text);
            [Fault("ERR {Code}", Closes = true)] public readonly partial record struct Error(string Code);
        }
        """;

    public static readonly string[] All = [Protocol, Server, Other];
}
