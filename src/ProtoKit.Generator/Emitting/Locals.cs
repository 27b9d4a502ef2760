using System.Collections.Generic;

namespace ProtoKit.Generator.Emitting;

/// <summary>The local variables or parameters of one method: one for each member, no two alike, and none like a name that the method has already.</summary>
internal sealed class Locals
{
    private readonly Dictionary<string, string> locals = [];
    private readonly HashSet<string> used;

    public Locals(IEnumerable<string> members, params string[] taken)
    {
        used = [.. taken];
        foreach (var member in members)
        {
            if (!locals.ContainsKey(member)) locals.Add(member, CSharp.Name(Free(CSharp.Camel(member))));
        }
    }

    public string this[string member] => locals[member];

    /// <summary>Adds one that is no member's, for whoever knows the key.</summary>
    public void Add(string key, string name) => locals.Add(key, CSharp.Name(Free(name)));

    private string Free(string name)
    {
        // One underscore would be a discard.
        if (name != "_" && used.Add(name)) return name;
        var free = name + "Value";
        for (var number = 2; !used.Add(free); number++) free = name + "Value" + CSharp.Number(number);
        return free;
    }
}
