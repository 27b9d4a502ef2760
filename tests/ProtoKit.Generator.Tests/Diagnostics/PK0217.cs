namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0217
{
    [Fact]
    public void A_name_that_is_no_field_is_told_on_itself() => Declare
        .Text("""
            [Command("G")] public readonly partial record struct Get(string Name) : IRequest<Content>;
            [Reply("OK")] public readonly partial record struct Content([BodyLength, File(⟪"File"⟫)] Body Data);
            """)
        .Reports("PK0217", "[File] names 'File', which is a field neither of 'Content' nor of a command that it answers. Name one with nameof.");

    [Fact]
    public void A_field_of_the_command_is_fine() => Declare
        .Text("""
            [Command("G")] public readonly partial record struct Get(string Name) : IRequest<Content>;
            [Reply("OK")] public readonly partial record struct Content([BodyLength, File(nameof(Get.Name))] Body Data);
            """)
        .IsFine();

    [Fact]
    public void A_field_of_the_command_that_a_message_follows_is_fine() => Declare
        .Unframed("""
            [Command("P {Name}")] public readonly partial record struct Put(string Name) : IOneWay;
            [Command("", Follows = nameof(Put))] public readonly partial record struct Upload([BodyUntil("##"), File(nameof(Put.Name))] Body Data) : IOneWay;
            """)
        .IsFine();
}
