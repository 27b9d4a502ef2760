namespace ProtoKit.Generator.Model;

/// <summary>A command is answered by items, then by their end.</summary>
/// <param name="Item">A reply's record name.</param>
/// <param name="End">A reply's record name.</param>
/// <param name="Defaults">What the end is made of, as code writes its arguments.</param>
internal sealed record StreamModel(string Item, string End, string Defaults);

/// <summary>A state of the conversation.</summary>
/// <param name="Name">The member of the enum.</param>
/// <param name="Limits">What holds in it instead of the protocol's own.</param>
internal sealed record StateModel(string Name, EquatableArray<LimitModel> Limits);
