using Microsoft.CodeAnalysis;
using static ProtoKit.Generator.Diagnostics.Descriptor;

namespace ProtoKit.Generator.Diagnostics;

/// <summary>PK0320 to PK0329: server classes and their settings. Warnings: such a server works, but only where code makes it.</summary>
internal static class ServerProblems
{
    public static readonly DiagnosticDescriptor NotASetting = Warning("PK0320", "A server is made from settings",
        "'{0}' is of type '{1}', which no setting can fill, so 'protokit serve' cannot make '{2}'. {3}.");

    public static readonly DiagnosticDescriptor NoSingleConstructor = Warning("PK0321", "A server has one public constructor",
        "'{0}' has {1} public constructors, so 'protokit serve' cannot make it. Leave exactly one.");

    public static readonly DiagnosticDescriptor CannotBeMade = Warning("PK0322", "A server can be made by generated code",
        "'{0}' is {1}, so 'protokit serve' cannot make it. Declare it as a plain class that its assembly can see.");

    public static readonly DiagnosticDescriptor SettingCycle = Warning("PK0323", "A shared object does not need itself",
        "Making '{0}' needs '{0}' again, so 'protokit serve' cannot make '{1}'. Break the circle.");

    public static readonly DiagnosticDescriptor SettingClash = Warning("PK0324", "Each setting has one type",
        "The setting '{0}' is both '{1}' and '{2}', so 'protokit serve' cannot make '{3}'. Rename one of the parameters.");
}
