namespace ProtoKit.Generator.Tests.Robustness;

/// <summary>Whatever a server's constructor takes that a setting can fill compiles, with a default, without one, and nullable.</summary>
public class SettingsOfAllKinds
{
    [Theory]
    [InlineData("string name")]
    [InlineData("string name = \"a\\\"b\\\\\"")]
    [InlineData("string? name")]
    [InlineData("string? name = null")]
    [InlineData("bool flag")]
    [InlineData("bool flag = true")]
    [InlineData("bool? flag = null")]
    [InlineData("int number")]
    [InlineData("int number = -5")]
    [InlineData("int? number")]
    [InlineData("int? number = null")]
    [InlineData("int? number = 5")]
    [InlineData("long number = long.MaxValue")]
    [InlineData("ulong number = ulong.MaxValue")]
    [InlineData("byte number = 255")]
    [InlineData("double number = 0.5")]
    [InlineData("double number = double.NaN")]
    [InlineData("float number = float.NegativeInfinity")]
    [InlineData("decimal number = 1.50m")]
    [InlineData("char letter = '\\''")]
    [InlineData("Guid id")]
    [InlineData("Guid id = default")]
    [InlineData("DateOnly day = default")]
    [InlineData("TimeSpan delay")]
    [InlineData("TimeSpan delay = default")]
    [InlineData("TimeSpan? delay = null")]
    [InlineData("System.IO.DirectoryInfo root")]
    [InlineData("System.IO.DirectoryInfo? root = null")]
    [InlineData("System.IO.FileInfo file")]
    [InlineData("System.IO.FileInfo? file = null")]
    [InlineData("DayOfWeek day")]
    [InlineData("DayOfWeek day = DayOfWeek.Friday")]
    [InlineData("DayOfWeek? day = null")]
    [InlineData("DayOfWeek day = (DayOfWeek)77")]
    [InlineData("Store store")]
    [InlineData("Store? store = null")]
    [InlineData("string @class, int @event = 1, bool settings = false, string protocol = \"p\"")]
    [InlineData("Store store, string name = \"x\", Store again = null!")]
    public void Each_compiles(string parameters)
    {
        var names = parameters.Split(',').Select(parameter => parameter.Split('=')[0].Trim().Split(' ')[1]);
        Declare
            .Text("""[Command("A")] public readonly partial record struct A : IOneWay;""")
            .And($$"""
                public sealed class Store(int room = 3)
                {
                    public int Room => room;
                }

                public sealed class S({{parameters}}) : P.IServer
                {
                    public object?[] Settings => [{{string.Join(", ", names)}}];

                    public ValueTask Handle(P.A a, P.Session session) => default;
                }
                """)
            .IsFine();
    }
}
