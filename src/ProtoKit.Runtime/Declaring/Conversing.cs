namespace ProtoKit;

/// <summary>A command that is answered by <typeparamref name="TReply"/>. A nullable reply may be null, which sends nothing.</summary>
public interface IRequest<TReply>;

/// <summary>
/// A command that is answered by any number of <typeparamref name="TItem"/>, each sent as soon as the handler has it, and then by one
/// <typeparamref name="TEnd"/>, whose fields all have their defaults. Later commands wait for the end.
/// </summary>
public interface IStream<TItem, TEnd>;

/// <summary>A command that is not answered.</summary>
public interface IOneWay;

/// <summary>Picks this class when a project has several servers for one protocol.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ServesAttribute : Attribute;
