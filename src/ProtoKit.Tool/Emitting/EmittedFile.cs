namespace ProtoKit.Tool.Emitting;

/// <summary>One file that the generator wrote.</summary>
/// <param name="Name">Its hint name, such as <c>Samples.Ftp.g.cs</c>.</param>
internal sealed record EmittedFile(string Name, string Text);
