using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Tests.Reading;

/// <summary>A model as one reads it: a word for each step, with what is not usual about it.</summary>
internal static class Lowered
{
    public static ProtocolModel Model(this Generate generated) =>
        (ProtocolModel)generated.Result.Results.Single().TrackedSteps["Protocols"].Single().Outputs.Single().Value;

    public static MessageModel Message(this Generate generated, string name) => generated.Model().Messages.Single(message => message.Name == name);

    public static ServerModel Server(this Generate generated)
    {
        var registered = generated.Result.Results.Single().TrackedSteps["Servers"].Single().Outputs.Single().Value;
        return Assert.Single((IEnumerable<ServerModel>)registered.GetType().GetProperty("Servers")!.GetValue(registered)!);
    }

    public static string Shown(this MessageModel message) => string.Join(" ", message.Steps.Select(Shown));

    private static string Shown(Step step) => step switch
    {
        LiteralStep literal => $"'{literal.Text}'",
        SlotStep slot => $"{Lead(slot.Lead)}{slot.Form.ToString().ToLowerInvariant()}({slot.Field}{(slot.Optional ? "?" : "")}{Stop(slot.Stop)})",
        WordsStep words => $"{Lead(words.Lead)}words({words.Field})",
        GroupsStep groups => $"{Lead(groups.Lead)}groups({groups.Field} of {groups.Record})",
        OptionStep option => $"option({option.Field}{(option.Form == SlotForm.Quoted ? "\"" : "")} after '{option.Word}')",
        FlagStep flag => $"flag({flag.Field} at '{flag.Word}')",
        CountStep count => $"{Lead(count.Lead)}count({count.Field}{Stop(count.Stop)})",
        LengthStep length => $"{Lead(length.Lead)}length({length.Field}{Stop(length.Stop)})",
        EndStep => "end",
        LinesStep lines => $"lines({lines.Field} of {lines.Line}{(lines.Until is null ? "" : $" until '{lines.Until}'")})",
        BodyLengthStep body => $"body({body.Field}, {body.Max})",
        BodyUntilStep body => $"body({body.Field} until '{body.Mark}', {body.Gap}/{body.After}/{body.Quiet} ms, {body.Max})",
        _ => throw new InvalidOperationException($"{step}"),
    };

    private static string Lead(bool lead) => lead ? "_" : "";

    private static string Stop(string stop) => stop.Length == 0 ? "" : $" to '{stop}'";
}
