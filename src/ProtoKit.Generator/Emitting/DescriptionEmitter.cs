using System.Linq;
using ProtoKit.Generator.Emitting.Binary;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The model as JSON: what tools read without running the user's code.</summary>
internal static class DescriptionEmitter
{
    public static string Json(ProtocolModel protocol)
    {
        var limits = new Json();
        foreach (var limit in protocol.Limits) limits.Raw(limit.Name, CSharp.Number(limit.Value));
        return new Json()
            .Add("v", 1)
            .Add("type", "protocol")
            .Add("name", protocol.Name)
            .Add("class", protocol.FullName)
            .Add("summary", protocol.Summary)
            .Add("port", protocol.Port)
            .Raw("wire", Wire(protocol.Wire))
            .Raw("limits", limits.ToString())
            .Raw("enums", Emitting.Json.Array(protocol.Enums, words => Enum(words, protocol.Wire.Kind == WireKind.Binary)))
            .Raw("records", Emitting.Json.Array(protocol.Parts, part => BinaryDescription.Part(part, protocol)))
            .Raw("unions", Emitting.Json.Array(protocol.Unions, union => BinaryDescription.Union(union, protocol)))
            .Raw("states", Emitting.Json.Array(protocol.States, state => Emitting.Json.Quote(state.Name)))
            .Add("correlated", protocol.Correlated)
            .Raw("messages", Emitting.Json.Array(protocol.Messages, message => Message(message, protocol)))
            .ToString();
    }

    /// <summary>A server class and the settings that make it, in one flat list.</summary>
    public static string Json(ServerModel server) => new Json()
        .Add("class", server.Type)
        .Add("chosen", server.Chosen)
        .Raw("settings", Emitting.Json.Array(server.Parameters.SelectMany(Flat), Setting))
        .ToString();

    private static System.Collections.Generic.IEnumerable<SettingModel> Flat(SettingModel setting) =>
        setting.Kind == SettingKind.Shared ? setting.Parameters.SelectMany(Flat) : [setting];

    private static string Wire(WireModel wire) => wire.Kind switch
    {
        WireKind.Text => new Json()
            .Add("kind", "text")
            .Add("encoding", wire.Encoding)
            .Add("newLine", wire.NewLine == LineEnd.CrLf ? "crlf" : CSharp.Camel(wire.NewLine.ToString()))
            .Add("ignoreCase", wire.IgnoreCase)
            .Add("maxLine", wire.MaxLine)
            .Add("maxArguments", wire.MaxArguments)
            .ToString(),
        WireKind.Unframed => new Json().Add("kind", "unframed").Add("encoding", wire.Encoding).Add("readSize", wire.ReadSize).ToString(),
        _ => BinaryDescription.Wire(wire),
    };

    private static string Enum(EnumModel words, bool binary) => new Json()
        .Add("type", Short(words.Type))
        .Raw("words", Emitting.Json.Array(words.Words, word => Emitting.Json.Quote(word.Word)))
        .Raw("values", binary ? Emitting.Json.Array(words.Words, word => CSharp.Number(word.Value)) : "[]")
        .Add("flags", binary && words.IsFlags)
        .ToString();

    private static string Message(MessageModel message, ProtocolModel protocol) => new Json()
        .Add("name", message.Name)
        .Add("kind", CSharp.Camel(message.Kind.ToString()))
        .Add("layout", message.Layout == MessageLayout.Text ? null : CSharp.Camel(message.Layout.ToString()))
        .Add("tag", message.Tag)
        .Add("template", message.IsBinary ? null : message.Template)
        .Add("verb", message.Verb.Length == 0 ? null : message.Verb)
        .Add("match", message.Match == VerbMatch.None ? null : CSharp.Camel(message.Match.ToString()))
        .Add("summary", message.Summary)
        .Add("reply", message.Reply)
        .Add("optionalReply", message.ReplyOptional)
        .Add("oneWay", message.OneWay)
        .Add("follows", message.Follows)
        .Add("closes", message.Closes)
        .Add("answers", message.Answers)
        .Add("push", message.IsPush)
        .Add("alsoReply", message.AlsoReply)
        .Raw("stream", message.Stream is { } stream ? new Json().Add("item", stream.Item).Add("end", stream.End).ToString() : "{}")
        .Raw("allow", message.Allow is { } allowed ? Emitting.Json.Array(allowed, Emitting.Json.Quote) : "[]")
        .Add("next", message.Next)
        .Raw("answeredWhen", message.AnsweredWhen is { } when ? When(when) : "{}")
        .Add("trouble", message.Trouble)
        .Raw("fields", Emitting.Json.Array(message.Fields, field => Field(field, protocol)))
        .Raw("steps", Emitting.Json.Array(message.Steps, Step))
        .ToString();

    private static string When(WhenModel when) => new Json()
        .Add("member", when.Member)
        .Add("part", when.Part)
        .Add("comparison", CSharp.Camel(when.Comparison.ToString()))
        .Raw("value", CSharp.Number(when.Value))
        .ToString();

    public static string Field(FieldModel field, ProtocolModel protocol) => new Json()
        .Add("name", field.Name)
        .Add("type", Short(field.Type))
        .Add("kind", CSharp.Camel(field.Kind.ToString()))
        .Add("nullable", field.Nullable)
        .Add("secret", field.Secret)
        .Add("item", field.Item is null ? null : Short(field.Item))
        .Add("itemKind", field.Kind is FieldKind.Words or FieldKind.Items ? CSharp.Camel(field.ItemKind.ToString()) : null)
        .Add("maxBytes", field.TokenMax)
        .Add("file", field.FileOf)
        .Raw("rules", Rules(field, protocol))
        .Raw("excludes", Emitting.Json.Array(field.Excludes, Emitting.Json.Quote))
        .ToString();

    // Numbers as text, since JSON has none that are exact.
    private static string Rules(FieldModel field, ProtocolModel protocol)
    {
        var (kind, type) = field.Item is null ? (field.Kind, field.Type) : (field.ItemKind, field.Item);
        var words = kind == FieldKind.Enum ? protocol.Enums.First(one => one.Type == type).Words : EquatableArray<EnumWord>.Empty;
        return new Json()
            .Add("least", field.Rules.Least)
            .Add("most", field.Rules.Most)
            .Raw("oneOf", Emitting.Json.Array(field.Rules.OneOf, one => Emitting.Json.Quote(words.FirstOrDefault(word => word.Member == one)?.Word ?? one)))
            .Add("maxBytes", field.Rules.MaxBytes ?? 0)
            .Add("atLeast", field.Rules.AtLeast ?? 0)
            .ToString();
    }

    public static string Step(Step step) => step switch
    {
        BinaryStep bytes => BinaryDescription.Step(bytes),
        LiteralStep literal => new Json().Add("step", "literal").Add("text", literal.Text).ToString(),
        SlotStep slot => new Json().Add("step", "slot").Add("field", slot.Field).Add("form", CSharp.Camel(slot.Form.ToString()))
            .Add("lead", slot.Lead).Add("optional", slot.Optional).Add("mayBeNull", slot.MayBeNull).Add("stop", slot.Stop.Length == 0 ? null : slot.Stop).ToString(),
        WordsStep words => new Json().Add("step", "words").Add("field", words.Field).Add("lead", words.Lead).ToString(),
        GroupsStep groups => new Json().Add("step", "groups").Add("field", groups.Field).Add("record", groups.Record).Add("lead", groups.Lead).ToString(),
        OptionStep option => new Json().Add("step", "option").Add("field", option.Field).Add("form", CSharp.Camel(option.Form.ToString()))
            .Add("word", option.Word).ToString(),
        FlagStep flag => new Json().Add("step", "flag").Add("field", flag.Field).Add("word", flag.Word).ToString(),
        CountStep count => new Json().Add("step", "count").Add("field", count.Field).Add("lead", count.Lead)
            .Add("stop", count.Stop.Length == 0 ? null : count.Stop).ToString(),
        LengthStep length => new Json().Add("step", "length").Add("field", length.Field).Add("lead", length.Lead)
            .Add("stop", length.Stop.Length == 0 ? null : length.Stop).ToString(),
        EndStep => new Json().Add("step", "end").ToString(),
        LinesStep lines => new Json().Add("step", "lines").Add("field", lines.Field).Add("line", lines.Line).Add("until", lines.Until).ToString(),
        BodyLengthStep body => new Json().Add("step", "body").Add("field", body.Field).Add("max", body.Max).ToString(),
        BodyUntilStep body => new Json().Add("step", "bodyUntil").Add("field", body.Field).Add("mark", body.Mark).Add("gap", body.Gap)
            .Add("after", body.After).Add("quiet", body.Quiet).Add("max", body.Max).ToString(),
        _ => "{}",
    };

    private static string Setting(SettingModel setting) => new Json()
        .Add("name", setting.Name)
        .Add("type", setting.Kind == SettingKind.Parsed ? Short(setting.Type) : CSharp.Camel(setting.Kind.ToString()))
        .Add("default", setting.Shown)
        .Add("required", setting.Default is null)
        .Raw("words", Emitting.Json.Array(setting.Words, word => Emitting.Json.Quote(word.Word)))
        .ToString();

    // The last part of the name; of a list, the item's, with brackets.
    private static string Short(string type) => type.EndsWith(">", System.StringComparison.Ordinal)
        ? Short(type.Substring(type.IndexOf('<') + 1).TrimEnd('>')) + "[]"
        : type.Substring(type.LastIndexOf('.') + 1);
}
