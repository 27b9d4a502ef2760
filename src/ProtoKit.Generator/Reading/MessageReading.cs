using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>A message's model with the places that rules about the whole protocol point at.</summary>
/// <param name="Name">The record's name.</param>
/// <param name="Template">The template's argument, or the attribute.</param>
/// <param name="Role">The attribute that makes it a message.</param>
internal sealed record MessageReading(
    MessageModel Model, IReadOnlyList<FieldReading> Fields, Location Name, Location Template, AppliedAttribute Role)
{
    public FieldReading Field(string name) => Fields.First(field => field.Model.Name == name);
}
