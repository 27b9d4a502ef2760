using System.Text;

namespace RuntimeTests;

/// <summary>One field, read as a frame of its own.</summary>
internal static class Fields
{
    public delegate T Reading<out T>(ref FieldReader fields);

    public static (bool Read, T Value) Word<T>(string text, Reading<T> read) => Word(Encoding.UTF8.GetBytes(text), read);

    public static (bool Read, T Value) Word<T>(byte[] text, Reading<T> read)
    {
        var fields = new FieldReader(text);
        fields.Word("field");
        var value = read(ref fields);
        fields.End();
        return (fields.Succeeded, value);
    }

    public static bool IsInteger<T>(string text)
        where T : struct, System.Numerics.IBinaryInteger<T>, System.Numerics.IMinMaxValue<T> => Word(text, (ref FieldReader fields) => fields.Integer<T>("field")).Read;

    public static T Integer<T>(string text)
        where T : struct, System.Numerics.IBinaryInteger<T>, System.Numerics.IMinMaxValue<T>
    {
        var (read, value) = Word(text, (ref FieldReader fields) => fields.Integer<T>("field"));
        Assert.True(read, $"'{text}' is no {typeof(T).Name}");
        return value;
    }

    /// <summary>What a writer writes, or the exception that it throws.</summary>
    public static string Written(Writing write, WireFormat? format = null)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        var writer = new FieldWriter(format ?? WireFormat.Text(NewLine.CrLf, 4096));
        try
        {
            write(ref writer);
            writer.Commit(output);
        }
        catch
        {
            Assert.Equal(0, output.WrittenCount);
            throw;
        }
        finally
        {
            writer.Dispose();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan).TrimEnd('\r', '\n');
    }

    public delegate void Writing(ref FieldWriter writer);
}
