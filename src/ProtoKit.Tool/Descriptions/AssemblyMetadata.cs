using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ProtoKit.Tool.Descriptions;

/// <summary>The names and values that an assembly was marked with, read without loading it: no code of the user's runs.</summary>
/// <param name="References">The simple names of the assemblies that it uses.</param>
internal sealed record AssemblyMetadata(IReadOnlyList<KeyValuePair<string, string>> Values, IReadOnlyList<string> References)
{
    /// <summary>Null when the file is no .NET assembly.</summary>
    public static AssemblyMetadata? Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!IsManaged(file)) return null;

        var metadata = file.GetMetadataReader();
        var values = metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .Where(attribute => IsMetadataAttribute(metadata, attribute))
            .Select(attribute => Value(metadata, attribute));
        return new AssemblyMetadata([.. values],
            [.. metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name))]);
    }

    private static bool IsManaged(PEReader file)
    {
        try
        {
            return file.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private static bool IsMetadataAttribute(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference) return false;
        var type = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (type.Kind != HandleKind.TypeReference) return false;
        var name = metadata.GetTypeReference((TypeReferenceHandle)type);
        return metadata.StringComparer.Equals(name.Name, "AssemblyMetadataAttribute")
            && metadata.StringComparer.Equals(name.Namespace, "System.Reflection");
    }

    // ECMA-335 II.23.3: a prolog of two bytes, then the constructor's arguments, here two strings.
    private static KeyValuePair<string, string> Value(MetadataReader metadata, CustomAttribute attribute)
    {
        var blob = metadata.GetBlobReader(attribute.Value);
        blob.ReadUInt16();
        return new KeyValuePair<string, string>(blob.ReadSerializedString() ?? "", blob.ReadSerializedString() ?? "");
    }
}
