namespace ProtoKit.Generator.Emitting;

/// <summary>The attribute by which analyzers and coverage tools know emitted types.</summary>
internal static class GeneratedCode
{
    private const string Name = "global::System.CodeDom.Compiler.GeneratedCode";

    public static readonly string Attribute = $"[{Name}(\"ProtoKit.Generator\", \"{typeof(GeneratedCode).Assembly.GetName().Version.ToString(3)}\")]";
}
