using ProtoKit.Hosting;

namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>An internal protocol of the global namespace, with record classes, and two servers made from settings of every kind.</summary>
public sealed class SettingsTests
{
    private static readonly Shape Shape = Shape.Of("""
        public enum Loudness
        {
            Low,
            [EnumMember(Value = "very-loud")] High,
        }

        [Protocol("horn", Port = 4242)]
        [TextWire]
        internal sealed partial class Horn
        {
            [Command("BLOW", Summary = "Makes a noise.")] internal sealed partial record Blow([Secret] string Code, string? Note) : IRequest<Noise?>;
            [Reply("NOISE")] internal partial record Noise([Secret] string Sound, int Seconds);
        }

        public sealed class Room(System.IO.DirectoryInfo root, string name = "hall", int? seats = null)
        {
            public override string ToString() => $"{root.Name}/{name}/{seats}";
        }

        [Serves]
        internal sealed class LoudHorn(
            Room room,
            string @class,
            Guid id,
            TimeSpan delay = default,
            TimeSpan? rest = null,
            Loudness loudness = Loudness.High,
            Loudness? least = null,
            bool echo = true,
            bool? mute = null,
            System.IO.FileInfo? log = null,
            double pitch = 0.5,
            string? text = null) : Horn.IServer
        {
            public ValueTask<Horn.Noise?> Handle(Horn.Blow blow, Horn.Session session)
            {
                object?[] all = [room, @class, id, delay, rest, loudness, least, echo, mute, log?.Name, pitch, text];
                return new(blow.Note is null ? null : new Horn.Noise(FormattableString.Invariant($"{string.Join("|", all)}"), 1));
            }
        }

        internal sealed class QuietHorn : Horn.IServer
        {
            public ValueTask<Horn.Noise?> Handle(Horn.Blow blow, Horn.Session session) => default;
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Sources);

    [Fact]
    public async Task The_registry_makes_servers_from_settings()
    {
        var horns = Registered();
        Assert.Equal([("LoudHorn", true), ("QuietHorn", false)], horns.Select(horn => (horn.Server, horn.Chosen)));

        var settings = new Settings(["root=/tmp/music", "class=first", "id=00000000-0000-0000-0000-000000000001", "horn.loudness=low", "seats=7"]).For("horn");
        var rig = new ProtoKit.Sessions.ProtocolRig(horns[0].Create!(settings));
        var result = await rig.SayAsync("BLOW x\r\nBLOW x c\r\n");

        Assert.Equal("NOISE music/hall/7|first|00000000-0000-0000-0000-000000000001|00:00:00||Low||True|||0.5| 1\r\n", result.Text);
    }

    [Fact]
    public void A_missing_setting_is_told() =>
        Assert.Equal("the setting 'root' is missing: a directory", Assert.Throws<SettingException>(() => Registered()[0].Create!(new Settings([]))).Message);

    [Fact]
    public void Secrets_are_not_printed()
    {
        var noise = Activator.CreateInstance(Shape.Assembly.GetType("Horn+Noise")!, "toot", 3);
        Assert.Equal("Noise { Sound = ***, Seconds = 3 }", noise!.ToString());
    }

    private static List<ProtocolRegistration> Registered()
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(Shape.Assembly.ManifestModule.ModuleHandle);
        return [.. ProtocolRegistry.All.Where(one => one.Name == "horn").OrderBy(one => one.Server, StringComparer.Ordinal)];
    }
}
