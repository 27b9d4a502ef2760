using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>
/// What is added to the user's own partial class. Names here are written in full, since the user's own nested names may hide any short one.
/// </summary>
internal static class PartialEmitter
{
    public static void Emit(CodeWriter w, Spelling spelling)
    {
        var protocol = spelling.Protocol;
        w.MemberBlock($"partial class {CSharp.Identifier(protocol.ClassName)}", () =>
        {
            w.Write("""
                /// <summary>The protocol as it was declared, as JSON: what tools read.</summary>
                public const string Description =
                """);
            w.Raw(CSharp.Raw(DescriptionEmitter.Json(protocol)) + ";");
            w.Member($"""
                /// <summary>How the protocol's bytes become messages.</summary>
                public static global::ProtoKit.Wire.WireFormat Wire => {spelling.Wire}.Format;
                """);
            ServingEmitter.Emit(w, spelling);
            ClientEmitter.Emit(w, spelling);
            foreach (var message in protocol.Messages) MessageEmitter.Emit(w, spelling, message);
            foreach (var token in protocol.Tokens.Where(token => token.IsNested)) TokenEmitter.Emit(w, token);
        });
    }
}
