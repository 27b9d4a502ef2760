using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Benching.Load;

/// <summary>What every connection says, and what it has to hear.</summary>
/// <param name="Request">One command, as its bytes.</param>
/// <param name="Reply">Its answer, as it was heard and understood in the rehearsal.</param>
/// <param name="Varies">The answer is not the same every time, so each is read by the declaration; else all have to be the same bytes.</param>
internal sealed record Script(ProtocolDescription Protocol, MessageDescription Command, byte[] Request, byte[] Reply, bool Varies);
