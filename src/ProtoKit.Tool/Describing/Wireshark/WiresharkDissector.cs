using System.Globalization;
using System.Text;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Describing.Wireshark;

/// <summary>A protocol as a dissector in Lua: tables made from the description, and the library that reads messages by them.</summary>
internal sealed class WiresharkDissector(ProtocolDescription protocol)
{
    private readonly DissectorFields fields = new(protocol);

    public void Write(TextWriter output)
    {
        var steps = DissectorSteps.Of(protocol, fields);
        // Naming a message's steps registers their fields, so the tables come first, though they stand behind the fields.
        var records = Records(steps);
        var unions = Unions(steps);
        var lines = Lines(steps);
        var messages = Messages(steps);
        if (protocol.Messages.Any(message => message.Verb.Length > 0)) fields.Text("", "Verb");
        if (protocol.Wire.Checksum is not null) fields.Number("", "Checksum", new NumberDescription { Bits = 32 });

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"-- {Printable.Of($"{protocol.Name}: {protocol.Summary}")}\n");
        text.Append("-- A dissector for Wireshark and tshark, written by `protokit describe --format wireshark`.\n");
        text.Append("-- The tables come from the declaration. The parts behind them are the same for every protocol.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"local protocol = {Protocol().Write()}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"local enums = {Enums().Write()}\n\n");
        text.Append(DissectorParts.First).Append('\n');
        foreach (var line in fields.Lines) text.Append(line).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"\nlocal records = {records.Write()}\n\nlocal unions = {unions.Write()}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nlocal lines = {lines.Write()}\n\nlocal messages = {messages.Write()}\n");
        foreach (var part in DissectorParts.Others) text.Append('\n').Append(part);
        output.Write(text);
    }

    private LuaTable Protocol()
    {
        // What needs a stream has no datagrams.
        var transports = new LuaTable().Item(LuaTable.Quote("tcp"));
        if (!protocol.HasBodies && !protocol.Wire.IsEnvelope && protocol.States.Count == 0) transports.Item(LuaTable.Quote("udp"));
        return new LuaTable()
            .Add("name", FilterName.Of(protocol.Name))
            .Add("title", Title(protocol.Name))
            .Add("port", (long)protocol.Port)
            .Add("transports", transports)
            .Add("correlated", protocol.Correlated)
            .Add("wire", DissectorWire.Of(protocol));
    }

    private static string Title(string name) => Printable.Of(name).ToUpperInvariant();

    private LuaTable Enums()
    {
        var table = new LuaTable();
        foreach (var one in protocol.Enums.Where(one => one.Values.Count > 0))
        {
            var values = new LuaTable();
            foreach (var (word, value) in one.Words.Zip(one.Values)) values.At(value.ToString(CultureInfo.InvariantCulture), LuaTable.Quote(word));
            table.Add(one.Type, values);
        }

        return table;
    }

    private LuaTable Records(DissectorSteps steps)
    {
        var table = new LuaTable();
        foreach (var record in protocol.Records) table.At(LuaTable.Quote(record.Name), new LuaTable().Add("steps", steps.Of(record.Name, record.Fields, record.Steps)));
        // A list may have messages as its items.
        foreach (var message in protocol.Messages.Where(message => IsItem(message.Name)))
            table.At(LuaTable.Quote(message.Name), new LuaTable().Add("steps", steps.Of(message.Name, message.Fields, message.Steps, message.Tag)));
        return table;
    }

    private bool IsItem(string name) => protocol.Records.All(record => record.Name != name)
        && protocol.Messages.SelectMany(message => message.Steps).Any(step => step.Record == name || step.Item?.Record == name);

    private LuaTable Unions(DissectorSteps steps)
    {
        var table = new LuaTable();
        foreach (var union in protocol.Unions)
        {
            var cases = new LuaTable();
            foreach (var one in union.Cases)
            {
                cases.At(one.Tag.ToString(CultureInfo.InvariantCulture), new LuaTable()
                    .Add("name", one.Name)
                    .Add("first", one.Steps.Select(step => step.Field).FirstOrDefault(name => name.Length > 0))
                    .Add("steps", steps.Of($"{FilterName.Of(union.Name)}.{FilterName.Of(one.Name)}", one.Fields, one.Steps)));
            }

            table.At(LuaTable.Quote(union.Name), cases);
        }

        return table;
    }

    private LuaTable Lines(DissectorSteps steps)
    {
        var table = new LuaTable();
        foreach (var line in protocol.OfKind("line"))
            table.At(LuaTable.Quote(line.Name), new LuaTable().Add("steps", steps.Of(line.Name, line.Fields, line.Steps)));
        return table;
    }

    // The longest verb comes first, since another may begin like it; a command without one takes what is left.
    private LuaTable Messages(DissectorSteps steps)
    {
        var said = protocol.Messages.Where(message => message.Kind != "line").OrderByDescending(message => message.Verb.Length);
        var table = LuaTable.Of(said.Select(message => Message(steps, message)));
        foreach (var union in protocol.Unions.Where(union => union.Name == protocol.Wire.Union || protocol.Messages.Any(message => message.Reply == union.Name)))
        {
            fields.Text("", union.Name);
            fields.Tag(union, FilterName.Of(union.Name));
            table.Item(new LuaTable().Add("name", union.Name).Add("kind", "reply").Add("union", union.Name));
        }

        return table;
    }

    private LuaTable Message(DissectorSteps steps, MessageDescription message) => new LuaTable()
        .Add("name", message.Name)
        .Add("kind", message.Kind)
        .Add("verb", message.Verb)
        .Add("match", message.Match)
        .Add("reply", message.Stream?.End ?? message.Reply)
        .Add("item", message.Stream?.Item)
        .Add("optional_reply", message.OptionalReply)
        .Add("answered_when", BinarySteps.When(message.AnsweredWhen))
        .Add("follows", message.Follows)
        .Add("push", message.Push)
        .Add("also_reply", message.AlsoReply)
        .Add("enveloped", message.IsEnveloped)
        .Add("binary", message.IsBinary)
        .Add("option_words", steps.Options(message, protocol.Wire.IgnoreCase))
        .Add("steps", steps.Of(message.Name, message.Fields, message.Steps, message.Tag));
}
