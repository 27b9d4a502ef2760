using static ProtoKit.Tool.Tests.Describing.Talk;

namespace ProtoKit.Tool.Tests.Describing;

/// <summary>Conversations of bytes; the first of each kind are those of the standards.</summary>
internal static class BinaryTalks
{
    public static Talk Modbus => new Talk("modbus", 5020)
        .ClientHex("0001 0000 0006 11 03 006B 0003", "ReadHolding", "header.transaction=1", "header.protocol=0", "header.length=6", "read_holding.unit=17",
            "header.refused=0", "header.function=3", "read_holding.address=107", "read_holding.count=3")
        .ClientHex("0002 0000 0006 11 06 0001 0003", "WriteRegister", "header.transaction=2", "write_register.unit=17", "write_register.address=1", "write_register.value=3")
        // Answers may come in any order: the transaction says what they answer.
        .ServerHex("0002 0000 0006 11 06 0001 0003", "RegisterWritten", "answers=2", "register_written.address=1", "register_written.value=3")
        .ServerHex("0001 0000 0009 11 03 06 022B00000064", "Holding", "answers=1", "header.unit=17", "holding.values.length=6", "holding.values=02:2b:00:00:00:64")
        .ClientHex("0003 0000 0006 11 01 0013 0013", "ReadCoils", "read_coils.address=19", "read_coils.count=19")
        .ServerHex("0003 0000 0003 11 81 02", "Refused", "header.refused=1", "header.function=1", "refused.code=2")
        .ClientHex("0004 0000 0006 11 05 00AC FF00", "WriteCoil", "write_coil.value=65280")
        .ServerHex("0004 0000 0006 11 05 00AC FF00", "CoilWritten", "coil_written.value=65280");

    public static Talk Mqtt => new Talk("mqtt", 1883)
        .ClientHex("10 28 0004 4D515454 04 C6 003C 0003 636C69 0004 77696C6C 0003 627965 0004 75736572 0006 736563726574", "Connect",
            "header.kind=1", "header.flags=0", "header.remaining=40", "connect.protocol.length=4", "connect.protocol=MQTT", "connect.level=4", "connect_flags.user_name=1",
            "connect_flags.password=1", "connect_flags.will_retain=0", "connect_flags.will_qos=0", "connect_flags.will=1", "connect_flags.clean_session=1",
            "connect_flags.reserved=0", "connect.keep_alive=60", "connect.client_id=cli", "connect.will_topic=will", $"connect.will_message={Hex("bye")}",
            "connect.user_name=user", $"connect.password={Hex("secret")}")
        .ServerHex("20 02 01 00", "ConnAck", "conn_ack.reserved=0", "conn_ack.session_present=1", "conn_ack.code=0")
        .ClientHex("82 0D 000A 0003 612F62 01 0002 2F23 00", "Subscribe", "subscribe.packet=10", "subscription.filter=a/b", "subscription.qos=1",
            "subscription.filter=/#", "subscription.qos=0")
        .ServerHex("90 04 000A 01 80", "SubAck", "sub_ack.packet=10", "sub_ack.granted=1", "sub_ack.granted=128")
        .ClientHex("3A 0A 0003 612F62 000B 686921", "Publish", "publish_flags.duplicate=1", "publish_flags.qos=1", "publish_flags.retain=0", "publish.topic=a/b",
            "publish.packet=11", $"publish.payload={Hex("hi!")}")
        .ServerHex("40 02 000B", "PubAck", "pub_ack.packet=11")
        .ServerHex($"30 83 01 0003 612F62 {string.Concat(Enumerable.Repeat("2E", 126))}", "Publish", "publish_flags.qos=0", "header.remaining=131", "publish.topic=a/b",
            $"publish.payload={Hex(new string('.', 126))}")
        .ClientHex("A2 0A 000C 0003 612F62 0001 23", "Unsubscribe", "unsubscribe.filters=a/b", "unsubscribe.filters=#")
        .ServerHex("B0 02 000C", "UnsubAck", "unsub_ack.packet=12")
        .ClientHex("C0 00", "Ping", "header.kind=12")
        .ServerHex("D0 00", "Pong", "header.kind=13")
        .ClientHex("E0 00", "Disconnect", "header.kind=14");
}
