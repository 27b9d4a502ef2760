using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ProtoKit.House.Tests.Names;

/// <summary>One place for versions, and each of them exact: two builds of one commit get the same packages.</summary>
public sealed partial class PackageTests
{
    private static readonly XDocument Versions = XDocument.Load(Repository.Full("Directory.Packages.props"));

    [Fact]
    public void Every_version_is_exact()
    {
        var loose = Versions.Descendants("PackageVersion").Select(package => (string)package.Attribute("Version")!).Where(version => !Exact().IsMatch(version));

        Findings.None(loose);
    }

    [Fact]
    public void No_project_names_a_version()
    {
        var own = Projects()
            .SelectMany(file => XDocument.Load(Repository.Full(file)).Descendants("PackageReference").Select(package => (file, package)))
            .Where(one => one.package.Attribute("Version") is not null || one.package.Attribute("VersionOverride") is not null)
            .Select(one => $"{one.file}: {one.package}");

        Findings.None(own);
    }

    [Fact]
    public void Every_pinned_package_is_used()
    {
        var used = Projects().SelectMany(file => XDocument.Load(Repository.Full(file)).Descendants("PackageReference"))
            .Select(package => (string)package.Attribute("Include")!)
            .ToHashSet();
        var pinned = Versions.Descendants("PackageVersion").Select(package => (string)package.Attribute("Include")!);

        Findings.None(pinned.Except(used));
    }

    private static IEnumerable<string> Projects() => Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) || file.EndsWith(".props", StringComparison.Ordinal));

    [GeneratedRegex(@"^[0-9]+\.[0-9]+\.[0-9]+(\.[0-9]+)?(-[0-9A-Za-z.]+)?$")]
    private static partial Regex Exact();
}
