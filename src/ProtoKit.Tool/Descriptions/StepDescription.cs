using System.Text.Json;

namespace ProtoKit.Tool.Descriptions;

/// <summary>One step of a wire; which members count depends on <see cref="Step"/>.</summary>
internal sealed record StepDescription
{
    /// <summary>
    /// Of words: <c>literal</c>, <c>slot</c>, <c>words</c>, <c>count</c>, <c>length</c>, <c>end</c>, <c>lines</c>, <c>body</c>, <c>bodyUntil</c>,
    /// <c>option</c>, <c>flag</c> or <c>groups</c>. Of bytes: <c>number</c>, <c>block</c>, <c>items</c>, <c>record</c> or <c>union</c>.
    /// </summary>
    public string Step { get; set; } = "";

    public string Text { get; set; } = "";

    public string Field { get; set; } = "";

    /// <summary>A header's number that the message has no field for.</summary>
    public string Name { get; set; } = "";

    /// <summary><c>word</c>, <c>quoted</c> or <c>rest</c>.</summary>
    public string Form { get; set; } = "word";

    /// <summary>A space stands before it.</summary>
    public bool Lead { get; set; }

    public bool Optional { get; set; }

    /// <summary>In an enveloped answer, it may be the null of the envelope.</summary>
    public bool MayBeNull { get; set; }

    public string Stop { get; set; } = "";

    /// <summary>Of an option or a flag.</summary>
    public string Word { get; set; } = "";

    public string Line { get; set; } = "";

    public string? Until { get; set; }

    public string Mark { get; set; } = "";

    /// <summary>Milliseconds, as are <see cref="After"/> and <see cref="Quiet"/>.</summary>
    public int Gap { get; set; }

    public int After { get; set; }

    public int Quiet { get; set; }

    /// <summary>Bytes; 0 or less when only the connection's own limit holds.</summary>
    public long Max { get; set; }

    public NumberDescription? Number { get; set; }

    public ExtentDescription? Extent { get; set; }

    /// <summary>The only value, a number or a text; null: any.</summary>
    public JsonElement? Expect { get; set; }

    /// <summary><c>tag</c>, <c>length</c> or <c>echo</c>; empty for a value like others.</summary>
    public string Role { get; set; } = "";

    /// <summary>Of a length: bytes that it counts besides those behind it.</summary>
    public int Adjust { get; set; }

    /// <summary>When it is there; null: always.</summary>
    public WhenDescription? When { get; set; }

    /// <summary>Of a list; it has no field.</summary>
    public StepDescription? Item { get; set; }

    public string Record { get; set; } = "";

    public string Union { get; set; } = "";

    /// <summary>The field, or the header's number.</summary>
    public string Title() => Field.Length > 0 ? Field : Name.Length > 0 ? Name : Role.Length > 0 ? Grown(Role) : Step;

    private static string Grown(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
