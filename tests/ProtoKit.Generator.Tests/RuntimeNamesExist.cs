using System.Reflection;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Tests;

/// <summary>The generator knows the runtime library by names only, so each of them is looked up.</summary>
public class RuntimeNamesExist
{
    public static TheoryData<string> Names =>
        [.. typeof(RuntimeNames).GetFields(BindingFlags.Static | BindingFlags.Public).Select(name => (string)name.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_name_is_a_type_of_what_users_reference(string name)
    {
        var type = Generate.CompilationOf().GetTypeByMetadataName(name);

        Assert.NotNull(type);
        Assert.True(type.IsNamed(name));
        Assert.False(type.IsNamed("X" + name));
    }
}
