using System.Collections.Generic;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Checking;

/// <summary>The rules that need the whole protocol.</summary>
internal static class ProtocolRules
{
    public static void Check(ProtocolScope scope, IReadOnlyList<MessageReading> messages, AppliedAttribute role)
    {
        CommandRules.Check(scope, messages, role);
        FollowRules.Check(scope, messages);
        VerbRules.Check(scope, messages);
        TagRules.Check(scope, messages);
        FaultRules.Check(scope, messages);
        FileRules.Check(scope, messages);
        StateRules.Check(scope, messages);
        PushRules.Check(scope, messages);
        CorrelationRules.Check(scope, messages);
    }
}
