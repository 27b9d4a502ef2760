using System.Text;

namespace RuntimeTests;

public class ChecksumTests
{
    [Theory]
    [InlineData(ChecksumKind.Crc16Modbus, 0x4B37)]
    [InlineData(ChecksumKind.Crc16Xmodem, 0x31C3)]
    [InlineData(ChecksumKind.Crc32, 0xCBF43926)]
    [InlineData(ChecksumKind.Xor8, 0x31)]
    [InlineData(ChecksumKind.Sum8, 0xDD)]
    public void The_check_value_is_the_published_one(ChecksumKind kind, uint value) =>
        Assert.Equal(value, new ChecksumForm(kind, littleEndian: false).Of("123456789"u8));

    // The requests and answers of Modbus over Serial Line V1.02 and of the common tools: address, function, data, CRC with its low byte first.
    [Theory]
    [InlineData("01 03 00 00 00 0A C5 CD")]
    [InlineData("11 03 00 6B 00 03 76 87")]
    [InlineData("11 06 00 01 00 03 9A 9B")]
    [InlineData("02 07 41 12")]
    public void Published_frames_of_Modbus_are_right(string hex)
    {
        var format = WireFormat.Fixed(Streams.Hex(hex).Length, new ChecksumForm(ChecksumKind.Crc16Modbus, littleEndian: true));
        Assert.Equal([hex.Replace(" ", "", StringComparison.Ordinal)[..^4]], Streams.Read(format, hex));
        Assert.Equal(hex.Replace(" ", "", StringComparison.Ordinal), Streams.Written(format, (ref FieldWriter writer) => writer.Raw("all", Streams.Hex(hex)[..^2])));
    }

    [Theory]
    [InlineData(ChecksumKind.Crc16Modbus)]
    [InlineData(ChecksumKind.Crc16Xmodem)]
    [InlineData(ChecksumKind.Crc32)]
    [InlineData(ChecksumKind.Xor8)]
    [InlineData(ChecksumKind.Sum8)]
    public void Every_flipped_bit_is_found(ChecksumKind kind)
    {
        foreach (var littleEndian in new[] { false, true })
        {
            var form = new ChecksumForm(kind, littleEndian);
            var format = WireFormat.Fixed(9 + form.Size, form);
            var frame = Streams.Hex(Streams.Written(format, (ref FieldWriter writer) => writer.Raw("text", "123456789")));
            Assert.Equal([Streams.Hex(Encoding.ASCII.GetBytes("123456789"))], Streams.Read(format, frame));
            for (var bit = 0; bit < 8 * frame.Length; bit++)
            {
                frame[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.StartsWith("BadChecksum: has the checksum ", Assert.Single(Streams.Read(format, frame)), StringComparison.Ordinal);
                frame[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }
}
