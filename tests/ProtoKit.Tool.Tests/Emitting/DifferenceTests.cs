using ProtoKit.Tool.Emitting;

namespace ProtoKit.Tool.Tests.Emitting;

public sealed class DifferenceTests
{
    [Fact]
    public void A_folder_is_compared_file_by_file_to_the_first_differing_line()
    {
        using var folder = new TemporaryFolder().With("Same.g.cs", "a\r\nb\r\n").With("Changed.g.cs", "a\nb\nc\n").With("Old.g.cs", "x");
        EmittedFile[] emitted = [new("Same.g.cs", "a\nb\n"), new("Changed.g.cs", "a\nB\nc\n"), new("Added.g.cs", "y")];
        Assert.Equal(
            [
                new FileDifference("Added.g.cs", "new", null, null, null),
                new FileDifference("Changed.g.cs", "differs", 2, "b", "B"),
                new FileDifference("Old.g.cs", "stale", null, null, null),
            ],
            FileDifference.Between(emitted, folder.Path));
    }

    [Fact]
    public void A_file_that_only_goes_on_differs_where_the_other_ends()
    {
        using var folder = new TemporaryFolder().With("A.g.cs", "a");
        var difference = Assert.Single(FileDifference.Between([new("A.g.cs", "a\nb")], folder.Path));
        Assert.Equal((2, null, "b"), (difference.FirstLine, difference.Had, difference.Emitted));
    }
}
