using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting.Binary;

/// <summary>The methods that read and write one message of bytes, and the records and unions in it.</summary>
internal static class BinaryEmitter
{
    public static void Read(CodeWriter w, Spelling spelling, MessageModel message)
    {
        var type = spelling.Of(message);
        w.MemberBlock($"""
            // {Grammar.Of(message, spelling.Protocol.Wire)}
            public static bool TryRead{message.Name}(ref FieldReader fields, out {type} result)
            """, () =>
        {
            if (message.IsUnion)
            {
                w.Write($"result = Read{message.Name}(ref fields);\nfields.End();\nreturn fields.Succeeded;");
                return;
            }

            var reading = new BinaryReading(w, spelling, message.Fields);
            reading.All(message.Steps);
            var made = $"new {type}({reading.Arguments})";
            // The user's constructor sees nothing that was not read.
            if (message.Fields.Count > 0) made = $"fields.Succeeded ? {made} : {(message.IsValueType ? "default" : "null!")}";
            w.Write($"""
                fields.End();
                result = {made};
                return fields.Succeeded;
                """);
        });
    }

    public static void Write(CodeWriter w, Spelling spelling, MessageModel message)
    {
        var signature = $"""
            // {Grammar.Of(message, spelling.Protocol.Wire)}
            public static void Write{message.Name}(ref FieldWriter writer, in {spelling.Of(message)} message)
            """;
        if (message.IsUnion) w.Member($"{signature} => Write{message.Name}(ref writer, (object)message);");
        else w.MemberBlock(signature, () => new BinaryWriting(w, spelling, message.Fields, "message").All(message.Steps));
    }

    /// <summary>A record that is part of messages.</summary>
    public static void Part(CodeWriter w, Spelling spelling, PartModel part)
    {
        var type = spelling.Nested(part.Name);
        w.MemberBlock($"""
            // {BinaryGrammar.Of(part.Steps, part.Fields)}
            private static {type} Read{part.Name}(ref FieldReader fields)
            """, () => Made(w, spelling, type, part.IsValueType, part.Fields, part.Steps, Decides(spelling.Protocol, part)));
        // What is a message too is written as one.
        if (spelling.Protocol.Messages.Any(message => message.Name == part.Name)) return;
        w.MemberBlock($"""
            // {BinaryGrammar.Of(part.Steps, part.Fields)}
            private static void Write{part.Name}(ref FieldWriter writer, in {type} part)
            """, () => new BinaryWriting(w, spelling, part.Fields, "part").All(part.Steps));
    }

    /// <summary>A union: a switch over its tags, and a method for each case.</summary>
    public static void Union(CodeWriter w, Spelling spelling, UnionModel union)
    {
        var type = spelling.Nested(union.Name);
        w.MemberBlock($"private static {type} Read{union.Name}(ref FieldReader fields)", () =>
        {
            w.Write($"fields.Deeper({CSharp.Text(CSharp.Camel(union.Name))});");
            w.Write($"{type}? value = null;");
            w.Block($"switch (fields.Big<byte>({CSharp.Text(CSharp.Camel(union.Name))}))", () =>
            {
                foreach (var one in union.Cases)
                    w.Write($"// {BinaryGrammar.Of(one.Steps, one.Fields)}\ncase {Tag(one.Tag)}:\n    value = Read{union.Name}{one.Name}(ref fields);\n    break;");
                w.Write($"default:\n    fields.UnknownCase({CSharp.Text(CSharp.Camel(union.Name))});\n    break;");
            });
            w.Write("""

                fields.Shallower();
                return value!;
                """);
        });
        foreach (var one in union.Cases)
        {
            w.MemberBlock(
                $"private static {type}.{CSharp.Identifier(one.Name)} Read{union.Name}{one.Name}(ref FieldReader fields)",
                () => Made(w, spelling, $"{type}.{CSharp.Identifier(one.Name)}", isValueType: false, one.Fields, one.Steps));
        }

        w.MemberBlock($"private static void Write{union.Name}(ref FieldWriter writer, object value)", () =>
        {
            w.Write($"writer.Deeper({CSharp.Text(CSharp.Camel(union.Name))});");
            w.Block("switch (value)", () => Cases());
            w.Write("\nwriter.Shallower();");
        });

        void Cases()
        {
            var locals = new Locals(union.Cases.Select(one => one.Name), "writer", "value");
            foreach (var one in union.Cases)
            {
                var local = locals[one.Name];
                w.Write($"case {type}.{CSharp.Identifier(one.Name)} {local}:");
                w.Write($"    writer.Big<byte>({Tag(one.Tag)});\n    Write{union.Name}{one.Name}(ref writer, {local});\n    break;");
            }

            w.Write($"default:\n    throw new NotWritableException({CSharp.Text(CSharp.Camel(union.Name))}, \"is no case of its union\");");
        }

        foreach (var one in union.Cases)
        {
            w.MemberBlock(
                $"private static void Write{union.Name}{one.Name}(ref FieldWriter writer, {type}.{CSharp.Identifier(one.Name)} part)",
                () => new BinaryWriting(w, spelling, one.Fields, "part").All(one.Steps));
        }
    }

    /// <summary>The question whether a value of an enum has a member.</summary>
    public static void Defined(CodeWriter w, Spelling spelling, EnumModel words)
    {
        var type = spelling.Type(words.Type);
        w.Member($"private static bool Is{words.ReaderName}({type} value) =>\n    value is {CSharp.Join(words.Words.Select(word => $"{type}.{CSharp.Name(word.Member)}"), " or ")};");
    }

    public static string Tag(byte tag) => tag is > 32 and < 127 ? CSharp.Byte((char)tag) : CSharp.Number(tag);

    // Where fields depend on the record, it is there although something else was wrong: else nobody would know where they end.
    private static bool Decides(ProtocolModel protocol, PartModel part)
    {
        var all = protocol.Messages.Select(message => (message.Fields, message.Steps))
            .Concat(protocol.Parts.Select(other => (other.Fields, other.Steps)))
            .Concat(protocol.Unions.SelectMany(union => union.Cases).Select(one => (one.Fields, one.Steps)));
        return all.Any(of => of.Steps.OfType<BinaryStep>().Any(step =>
            step.When is { Part: not null } when && of.Fields.Any(field => field.Name == when.Member && field.Item == part.Name)));
    }

    private static void Made(
        CodeWriter w, Spelling spelling, string type, bool isValueType, EquatableArray<FieldModel> fields, EquatableArray<Step> steps, bool decides = false)
    {
        var reading = new BinaryReading(w, spelling, fields, isPart: true);
        reading.All(steps);
        w.Write($"return {(decides ? "!fields.IsLost" : "fields.Succeeded")} ? new {type}({reading.Arguments}) : {(isValueType ? "default" : "null!")};");
    }
}
