using ProtoKit.Tool.Errors;

namespace ProtoKit.Tool.Serving;

/// <summary>What the server process could not do, in words of the command line that it was started by.</summary>
internal sealed class ServeErrors(ServeRequest request, ControlDocument plan)
{
    public ToolError Of(ServeEvent happened)
    {
        var cure = Cure(happened);
        return new ToolError((int)happened.Number("exit", ExitCode.Bug), happened.Text("code"), happened.Text("message"))
        {
            Facts = happened.Texts("facts"),
            Try = cure.Length == 0 ? null : cure,
        };
    }

    private string Cure(ServeEvent happened)
    {
        var cure = happened.Text("try");
        // A URL alone is enough only where one protocol is served.
        var failed = plan.Protocols.Count > 1 ? plan.Listen.FirstOrDefault(listener => listener.Url == happened.Text("url")) : null;
        foreach (var start in failed is null ? [] : new[] { ":", "udp:", "unix:" }) cure = cure.Replace($"--listen {start}", $"--listen {failed!.Protocol}={start}");
        // The server process does not know under which PATH it was started.
        return cure.StartsWith("--", StringComparison.Ordinal) ? $"protokit serve {request.Path} {cure}" : cure;
    }
}
