using System.Globalization;
using System.Text;

namespace ProtoKit.Tool.Tests.Describing;

/// <summary>A conversation: who says which bytes, and what they are called.</summary>
internal sealed class Talk(string protocol, int port)
{
    private readonly List<(bool FromClient, byte[] Data, string Message, string[] Names)> said = [];

    public string Protocol => protocol;

    public Talk Client(string text, string message, params string[] names) => Add(true, Encoding.UTF8.GetBytes(text), message, names);

    public Talk Server(string text, string message, params string[] names) => Add(false, Encoding.UTF8.GetBytes(text), message, names);

    public Talk ClientHex(string hex, string message, params string[] names) => Add(true, Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), message, names);

    public Talk ServerHex(string hex, string message, params string[] names) => Add(false, Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), message, names);

    /// <summary>The fields that have to be named, each as <c>field=value</c>, with the message's name before them.</summary>
    public IEnumerable<string> Expected(Chunks chunks)
    {
        var order = chunks == Chunks.OneSegment ? said.OrderByDescending(one => one.FromClient) : said.AsEnumerable();
        return order.SelectMany(one => one.Names.Prepend($"message={one.Message}")).Select(name => $"{protocol}.{name}");
    }

    public CaptureFile Capture(Chunks chunks)
    {
        var file = new CaptureFile(port);
        if (chunks == Chunks.OneSegment)
        {
            // Everything that a side says at once.
            foreach (var side in new[] { true, false })
                file.Add(side, [.. said.Where(one => one.FromClient == side).SelectMany(one => one.Data)]);
            return file;
        }

        foreach (var (fromClient, data, _, _) in said)
        {
            if (chunks == Chunks.Messages) file.Add(fromClient, data);
            else for (var at = 0; at < data.Length; at++) file.Add(fromClient, data.AsSpan(at, 1));
        }

        return file;
    }

    /// <summary>The same with bytes that are turned, lost and added.</summary>
    public CaptureFile Broken(int seed)
    {
        var random = new Random(seed);
        var file = new CaptureFile(port);
        foreach (var (fromClient, data, _, _) in said)
        {
            var bytes = data.ToList();
            for (var times = random.Next(4); times > 0 && bytes.Count > 0; times--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(3))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes.RemoveAt(at); break;
                    default: bytes.Insert(at, (byte)random.Next(256)); break;
                }
            }

            for (var at = 0; at < bytes.Count;)
            {
                var count = Math.Min(bytes.Count - at, random.Next(1, 40));
                file.Add(fromClient, bytes.GetRange(at, count).ToArray());
                at += count;
            }
        }

        return file;
    }

    public static string Hex(string text) => string.Join(':', Encoding.UTF8.GetBytes(text).Select(one => one.ToString("x2", CultureInfo.InvariantCulture)));

    private Talk Add(bool fromClient, byte[] data, string message, string[] names)
    {
        said.Add((fromClient, data, message, names));
        return this;
    }
}

/// <summary>How a conversation is cut into segments.</summary>
public enum Chunks
{
    Messages,
    OneSegment,
    Bytes,
}
