using ProtoKit.Generator.Tests.Lifetime;

namespace ProtoKit.Generator.Tests.Fixes;

/// <summary>Each fix turns what is wrong into what is right: it compiles, and the trouble is gone.</summary>
public class FixTests
{
    private const string List = """[Command("L")] public readonly partial record struct List : IOneWay;""";
    private const string Entry = "\n[Line] public readonly partial record struct Entry(string Name);";

    [Theory]
    [InlineData("PK0101", """[Command("L")] public readonly record struct L : IOneWay;""", """[Command("L")] public readonly partial record struct L : IOneWay;""")]
    [InlineData("PK0101", """[Command("L")] public class L : IOneWay;""", """[Command("L")] public partial record L : IOneWay;""")]
    [InlineData("PK0101", """[Command("L")] public readonly struct L : IOneWay;""", """[Command("L")] public readonly partial record struct L : IOneWay;""")]
    [InlineData("PK0104", """[Command("L")] readonly partial record struct L : IOneWay;""", """[Command("L")] public readonly partial record struct L : IOneWay;""")]
    [InlineData("PK0104", """[Command("L")] private protected partial record L : IOneWay;""", """[Command("L")] public partial record L : IOneWay;""")]
    [InlineData("PK0114", """[Fault("ERR {Code}")] public readonly partial record struct E(int Code);""", """[Fault("ERR {Code}")] public readonly partial record struct E(string Code);""")]
    [InlineData("PK0121", """[Command("L\n")] public readonly partial record struct L : IOneWay;""", """[Command("L")] public readonly partial record struct L : IOneWay;""")]
    [InlineData("PK0122", """[Command("A  {B}")] public readonly partial record struct L(string B) : IOneWay;""", """[Command("A {B}")] public readonly partial record struct L(string B) : IOneWay;""")]
    [InlineData("PK0122", """[Command("L ")] public readonly partial record struct L : IOneWay;""", """[Command("L")] public readonly partial record struct L : IOneWay;""")]
    [InlineData("PK0122", """[Command(@" L")] public readonly partial record struct L : IOneWay;""", """[Command(@"L")] public readonly partial record struct L : IOneWay;""")]
    [InlineData("PK0125", """[Command("G {name}")] public readonly partial record struct G(string Name) : IOneWay;""", """[Command("G {Name}")] public readonly partial record struct G(string Name) : IOneWay;""")]
    [InlineData("PK0126", """[Reply("OK {Data}")] public readonly partial record struct G(Body Data);""", """[Reply("OK {Data.Length}")] public readonly partial record struct G(Body Data);""")]
    [InlineData("PK0129", """[Command("G {A}{B}")] public readonly partial record struct G(string A, string B) : IOneWay;""", """[Command("G {A} {B}")] public readonly partial record struct G(string A, string B) : IOneWay;""")]
    public void Of_a_message(string id, string wrong, string right) => Becomes(id, Declare.Text(wrong), Declare.Text(right));

    [Theory]
    [InlineData("PK0201", "DateTime At", "DateTimeOffset At")]
    [InlineData("PK0201", "IReadOnlyList<DateTime> At", "IReadOnlyList<DateTimeOffset> At")]
    [InlineData("PK0201", "TimeSpan? For", "long? For")]
    [InlineData("PK0201", "System.TimeSpan For", "long For")]
    [InlineData("PK0201", "nint N", "long N")]
    [InlineData("PK0201", "IntPtr N", "long N")]
    [InlineData("PK0201", "char Letter", "string Letter")]
    [InlineData("PK0201", "byte[] Data", "Bytes Data")]
    [InlineData("PK0201", "string[] Names", "IReadOnlyList<string> Names")]
    [InlineData("PK0201", "List<string> Names", "IReadOnlyList<string> Names")]
    [InlineData("PK0203", "[Rest] string Path, string Name", "string Name, [Rest] string Path")]
    [InlineData("PK0205", "IReadOnlyList<int> Others, string A, int B", "string A, int B, IReadOnlyList<int> Others")]
    [InlineData("PK0208", "[BodyLength] Body? Data", "[BodyLength] Body Data")]
    [InlineData("PK0208", "IReadOnlyList<int>? All", "IReadOnlyList<int> All")]
    [InlineData("PK0209", "[BodyLength] Body Data,\n    string Name", "string Name,\n    [BodyLength] Body Data")]
    [InlineData("PK0211", "Body Data", "[BodyLength] Body Data")]
    [InlineData("PK0213", "[BodyUntil(\"##\", Quiet = \"1s\")] Body Data", "[BodyLength] Body Data")]
    [InlineData("PK0214", "in int Number", "int Number")]
    public void Of_a_field(string id, string wrong, string right) => Becomes(id, Command(wrong), Command(right));

    [Theory]
    [InlineData("ushort Packet", "ushort? Packet")]
    [InlineData("[Prefixed16] string Topic", "[Prefixed16] string? Topic")]
    public void Of_a_field_that_may_be_absent(string wrong, string right) => Becomes("PK0244", Binary("[When(nameof(Has))] " + wrong), Binary("[When(nameof(Has))] " + right));

    [Fact]
    public void Of_lines_without_their_attribute() => Becomes("PK0201",
        Declare.Text("""[Reply("OK")] public readonly partial record struct R(IReadOnlyList<Entry> Files);""" + Entry),
        Declare.Text("""[Reply("OK")] public readonly partial record struct R([Lines] IReadOnlyList<Entry> Files);""" + Entry));

    [Theory]
    [InlineData("Bytes Data", "string Data")]
    [InlineData("Bytes? Data", "string? Data")]
    [InlineData("IReadOnlyList<ProtoKit.Bytes> All", "IReadOnlyList<string> All")]
    public void Of_bytes_on_a_wire_in_another_encoding(string wrong, string right) => Becomes("PK0215",
        Command(wrong, "TextWire(Encoding = \"gb2312\")"), Command(right, "TextWire(Encoding = \"gb2312\")"));

    [Fact]
    public void Of_a_token() => Becomes("PK0230",
        Declare.Text("[Token] public record W(string Value);"), Declare.Text("[Token] public partial record W(string Value);"));

    [Theory]
    [InlineData("PK0301", "public sealed class", "public sealed partial class")]
    [InlineData("PK0302", "public partial class", "public sealed partial class")]
    [InlineData("PK0303", "public static partial class", "public sealed partial class")]
    [InlineData("PK0303", "abstract partial class", "sealed partial class")]
    [InlineData("PK0303", "public sealed partial record", "public sealed partial class")]
    [InlineData("PK0303", "public sealed partial record class", "public sealed partial class")]
    public void Of_the_protocol_class(string id, string wrong, string right) => Becomes(id, Protocol("[Protocol(\"p\")]\n[TextWire]\n" + wrong), Protocol("[Protocol(\"p\")]\n[TextWire]\n" + right));

    [Theory]
    [InlineData("PK0307", "  [Protocol(\"p\")]\n  public", "  [Protocol(\"p\")]\n  [TextWire]\n  public")]
    [InlineData("PK0307", "[Protocol(\"p\")] public", "[Protocol(\"p\")] [TextWire] public")]
    [InlineData("PK0304", "[Protocol(\"FileLibrary 2\"), TextWire]\npublic", "[Protocol(\"file-library-2\"), TextWire]\npublic")]
    [InlineData("PK0310", "[Protocol(\"p\"), TextWire(MaxLine = \"4 KB\")]\npublic", "[Protocol(\"p\"), TextWire(MaxLine = \"4KiB\")]\npublic")]
    [InlineData("PK0310", "[Protocol(\"p\"), TextWire(MaxLine = \"4096 bytes\")]\npublic", "[Protocol(\"p\"), TextWire(MaxLine = \"4096B\")]\npublic")]
    [InlineData("PK0311", "[Protocol(\"p\"), TextWire, Limits(Idle = \"5 min\")]\npublic", "[Protocol(\"p\"), TextWire, Limits(Idle = \"5m\")]\npublic")]
    public void Of_the_attributes_of_a_protocol(string id, string wrong, string right) => Becomes(id, Protocol(wrong + " sealed partial class"), Protocol(right + " sealed partial class"));

    [Theory]
    [InlineData("last = put.Key;", "last = put.Key.ToArray();")]
    [InlineData("boxed = put.Key.Memory;", "boxed = put.Key.Memory.ToArray();")]
    [InlineData("table[put.Key] = default;", "table[put.Key.ToArray()] = default;")]
    [InlineData("log.Add(new Entry(put.Key, 1));", "log.Add(new Entry(put.Key.ToArray(), 1));")]
    [InlineData("boxed = new { put.Key };", "boxed = new { Key = put.Key.ToArray() };")]
    [InlineData("(last, text) = (put.Key, \"\");", "(last, text) = (put.Key.ToArray(), \"\");")]
    [InlineData("foreach (var one in put.Others) list.Add(one);", "foreach (var one in put.Others) list.Add(one.ToArray());")]
    [InlineData("var more = await session.ReadAsync<P.More>(); boxed = more;", "var more = await session.ReadAsync<P.More>(); boxed = more with { Data = more.Data.ToArray() };")]
    public void Of_what_is_lent(string wrong, string right)
    {
        var found = Fix.One("PK0401", Handler.Of(wrong));

        Assert.Equal(Handler.Of(right), found);
        Assert.Empty(Handler.Analyze(found!));
    }

    private static Declare Command(string parameters, string wire = "TextWire") =>
        Declare.Text($"""[Command("C")] public readonly partial record struct C({parameters}) : IOneWay;""", wire);

    private static Declare Binary(string field) => Declare.File($$"""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say(bool Has, {{field}}) : IOneWay;
        }
        """);

    private static Declare Protocol(string head) => Declare.File($$"""
        namespace Acme;
        {{head}} P
        {
            {{List}}
        }
        """);

    private static void Becomes(string id, Declare wrong, Declare right)
    {
        Assert.Equal(right.Source, Fix.One(id, wrong.Source));
        right.IsFine();
    }
}
