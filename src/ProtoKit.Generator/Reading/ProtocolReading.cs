using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ProtoKit.Generator.Reading;

/// <summary>What came of reading one protocol class: a model, or problems, or (warnings) both.</summary>
internal sealed record ProtocolReading(ProtocolModel? Model, ProtocolLabel? Label, EquatableArray<Problem> Problems)
{
    public static readonly ProtocolReading Nothing = new(null, null, EquatableArray<Problem>.Empty);
}

/// <summary>The name that a class gave its protocol, and where.</summary>
internal sealed record ProtocolLabel(string Name, string ClassName, Location Place);
