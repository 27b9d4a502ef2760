using Xunit;

namespace Samples.Tests;

public sealed class ListingTests
{
    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public void Names_on_disk_that_nobody_could_ask_for_are_left_out(By by)
    {
        using var library = new TestLibrary(by);
        Posix.CreateFile(library.Root, "good"u8);
        Posix.CreateFile(library.Root, [0xD6, 0xD0]); // a name in gb2312
        Posix.CreateFile(library.Root, "line\nbreak"u8);
        Posix.CreateFile(library.Root, "\u001B[2J"u8);
        Posix.CreateFile(library.Root, ".pk-notes"u8);
        Assert.Equal(["good"], library.Listed);
    }

    [Fact]
    public void A_name_that_is_not_UTF8_does_not_hide_one_that_looks_like_it()
    {
        using var library = new TestLibrary(By.Linux);
        Posix.CreateFile(library.Root, [0xFF]);
        Posix.CreateFile(library.Root, "\uFFFD"u8);
        Assert.Equal(["\uFFFD"], library.Listed);
    }

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public void Many_names_come_all_and_in_order(By by)
    {
        using var library = new TestLibrary(by);
        var names = Enumerable.Range(0, 3000).Select(i => $"文件 {i}").ToArray();
        foreach (var name in names)
            File.WriteAllText(library.PathOf(name), name);
        Assert.Equal(names.Order(StringComparer.Ordinal), library.Listed);
        Assert.All(library.Files.Entries(), file => Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(file.Name), file.Size));
    }

    [Fact]
    public void An_empty_library_lists_nothing()
    {
        using var library = new TestLibrary(By.Linux);
        Assert.Empty(library.Files.Entries());
    }
}
