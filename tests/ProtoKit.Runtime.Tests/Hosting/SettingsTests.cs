using ProtoKit.Hosting;

namespace RuntimeTests;

public class SettingsTests
{
    private static Settings Of(params string[] assignments) => new(assignments);

    [Fact]
    public void A_setting_is_read_as_its_type()
    {
        var settings = Of("text=a=b", "empty=", "yes=true", "time=1.5s", "number=-7", "word=two", "dir=/tmp", " spaced =x");
        Assert.Equal(("a=b", "", true, TimeSpan.FromSeconds(1.5), -7), (settings.Text("text"), settings.Text("empty"), settings.Bool("yes"), settings.Duration("time"), settings.Parsed<int>("number")));
        Assert.Equal(2, settings.OneOf("word", ("one", 1), ("two", 2)));
        Assert.Equal("/tmp", settings.Directory("dir").FullName);
        Assert.Equal("x", settings.Text("spaced"));
        Assert.Empty(settings.Unused);
    }

    [Fact]
    public void Without_one_the_default_holds_or_there_is_none()
    {
        Assert.Equal(("a", true, TimeSpan.FromSeconds(1), 5, 1), (Of().Text("x", "a"), Of().Bool("x", true), Of().Duration("x", TimeSpan.FromSeconds(1)), Of().Parsed<int>("x", 5), Of().OneOf("x", 1, ("one", 1))));
        Assert.Equal("the setting 'x' is missing: true or false", Assert.Throws<SettingException>(() => Of().Bool("x")).Message);
    }

    [Theory]
    [InlineData("x=maybe"), InlineData("x=True"), InlineData("x=1"), InlineData("x=")]
    public void What_is_no_bool_is_refused(string assignment) =>
        Assert.Equal($"'{assignment[2..]}' is not what 'x' takes: true or false", Assert.Throws<SettingException>(() => Of(assignment).Bool("x", true)).Message);

    [Theory]
    [InlineData("x"), InlineData("=x"), InlineData("")]
    public void What_is_no_assignment_is_refused(string assignment) => Assert.Throws<SettingException>(() => Of(assignment));

    [Fact]
    public void A_protocols_own_setting_wins_and_the_last_of_two()
    {
        var settings = Of("root=a", "ftp.root=b", "root=c");
        Assert.Equal(("b", "c"), (settings.For("ftp").Text("root"), settings.For("echo").Text("root")));
        Assert.Empty(settings.Unused);
    }

    [Fact]
    public void What_no_server_asked_for_is_known()
    {
        var settings = Of("root=a", "other=b", "ftp.other=c");
        settings.For("echo").Text("root");
        Assert.Equal(["ftp.other", "other"], settings.Unused);
    }

    [Fact]
    public void What_several_servers_share_is_made_once()
    {
        var (settings, made) = (Of(), 0);
        var one = settings.For("a").Shared(() => new List<int> { ++made });
        Assert.Same(one, settings.For("b").Shared(() => new List<int> { ++made }));
        Assert.Equal(1, made);
    }
}
