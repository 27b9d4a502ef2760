using System.Globalization;
using System.Reflection;
using System.Text;

namespace ProtoKit.Tool.Describing.Wireshark;

/// <summary>The dissector's library in Lua, in the order in which its parts need each other: the files of the folder <c>Lua</c>.</summary>
internal static class DissectorParts
{
    private const string Folder = "dissector/";

    /// <summary>What declares the protocol; its fields stand behind it.</summary>
    public static string First => Read(Names()[0]);

    /// <summary>What reads and shows messages.</summary>
    public static IEnumerable<string> Others => Names().Skip(1).Select(Read);

    private static string[] Names() => [.. typeof(DissectorParts).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .OrderBy(name => int.Parse(name[Folder.Length..name.IndexOf('-', StringComparison.Ordinal)], CultureInfo.InvariantCulture))];

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
