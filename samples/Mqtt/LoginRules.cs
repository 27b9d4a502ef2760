namespace Samples.Mqtt;

/// <summary>What the parts of a CONNECT say about each other.</summary>
internal static class LoginRules
{
    /// <summary>Nothing in it contradicts anything else in it.</summary>
    public static bool Hold(Mqtt.Login login)
    {
        var flags = login.Flags;
        // 3.1.2.6 and 3.1.2.7: without a will there is nothing to say about it.
        if (!flags.Will && (flags.WillRetain || flags.WillQoS != Mqtt.QoS.AtMostOnce)) return false;
        // 3.1.2.9: no password without a user.
        return flags.UserName || !flags.Password;
    }

    /// <summary>What to publish when the client goes without saying so; null: nothing.</summary>
    public static Message? WillOf(Mqtt.Login login) => login.WillTopic is { } topic
        ? new Message(topic.Value, login.WillMessage is { } text ? text.ToArray() : default, login.Flags.WillQoS, login.Flags.WillRetain)
        : null;
}
