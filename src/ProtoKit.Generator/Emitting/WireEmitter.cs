using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The class behind the user's partial: the dispatch loop, then a reader and a writer for each message.</summary>
internal static class WireEmitter
{
    public static void Emit(CodeWriter w, ProtocolModel protocol)
    {
        var alias = Spelling.Alias(protocol);
        w.MemberBlock("namespace ProtoKit.Emitted", () =>
        {
            w.Write($"""
                using System;
                using System.Collections.Generic;
                using System.IO.Pipelines;
                using System.Text;
                using System.Threading.Tasks;
                using ProtoKit.Sessions;
                using ProtoKit.Wire;
                using {alias} = {Spelling.Global(protocol)};
                """);
            w.Member($"/// <summary>Reads, writes and dispatches what {CSharp.Comment(protocol.FullName)} declares.</summary>");
            w.Block($"file static class {Spelling.WireClass(protocol)}", () =>
            {
                Settings(w, protocol);
                DispatchEmitter.Emit(w, protocol);
                foreach (var message in protocol.Messages)
                {
                    MatchEmitter.Emit(w, protocol, message);
                    ReadEmitter.Emit(w, protocol, message);
                    WriteEmitter.Emit(w, protocol, message);
                }

                FaultEmitter.Read(w, protocol);
                foreach (var words in protocol.Enums) EnumEmitter.Emit(w, words);
            });
            TakerEmitter.Emit(w, protocol);
        });
    }

    private static void Settings(CodeWriter w, ProtocolModel protocol)
    {
        var wire = protocol.Wire;
        var format = wire.Kind == WireKind.Text
            ? $"WireFormat.Text(NewLine.{wire.NewLine}, maxLine: {wire.MaxLine}, maxArguments: {wire.MaxArguments}, encoding: {CSharp.Text(wire.Encoding)})"
            : $"WireFormat.Unframed(readSize: {wire.ReadSize}, encoding: {CSharp.Text(wire.Encoding)})";
        w.Write($"public static readonly WireFormat Format = {format};");
        w.Member($"public static readonly Limits Limits = {LimitText.Of(protocol.Limits)};");
        foreach (var message in protocol.Messages)
        {
            foreach (var body in message.Steps.OfType<BodyUntilStep>())
            {
                w.Member($"""
                    private static readonly BodyMark {Spelling.Mark(message)} = new(
                        {CSharp.Utf8(body.Mark)}.ToArray(), gapMs: {body.Gap}, afterMs: {body.After}, quietMs: {body.Quiet}, max: {CSharp.Number(body.Max)});
                    """);
            }
        }
    }
}
