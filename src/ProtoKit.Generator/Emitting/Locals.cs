using System.Collections.Generic;

namespace ProtoKit.Generator.Emitting;

/// <summary>The local variables or parameters of one method: one for each member, no two alike, and none like a name that the method has already.</summary>
internal sealed class Locals
{
    private readonly Dictionary<string, string> locals = [];

    public Locals(IEnumerable<string> members, params string[] taken)
    {
        var used = new HashSet<string>(taken);
        foreach (var member in members)
        {
            if (!locals.ContainsKey(member)) locals.Add(member, CSharp.Name(Free(CSharp.Camel(member), used)));
        }
    }

    public string this[string member] => locals[member];

    private static string Free(string name, HashSet<string> used)
    {
        // One underscore would be a discard.
        if (name != "_" && used.Add(name)) return name;
        var free = name + "Value";
        for (var number = 2; !used.Add(free); number++) free = name + "Value" + CSharp.Number(number);
        return free;
    }
}
