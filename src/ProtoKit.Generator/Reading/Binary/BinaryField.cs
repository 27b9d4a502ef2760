using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>A parameter of a record of bytes: its model, its step, and where it stands.</summary>
/// <param name="Header">The header's field that it is, or stands for.</param>
internal sealed record BinaryField(FieldModel Model, BinaryStep Step, Location Place, AppliedAttribute? Header, IParameterSymbol Parameter)
{
    public string Name => Model.Name;
}
