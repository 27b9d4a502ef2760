namespace ProtoKit.Sessions;

/// <summary>A connection whose reader calls whoever waits inside the call that made it possible; others hand it to a scheduler.</summary>
internal interface IResumesInPlace;
