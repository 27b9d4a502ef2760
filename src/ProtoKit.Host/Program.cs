using System.IO.Pipes;
using System.Runtime.InteropServices;
using ProtoKit.Host;

// host.dll APP.dll CONTROL [quiet]: runs ProtoKit's entry point in the user's own program, under the user's own dependencies.
// The tool's Ctrl+C reaches this process too, being of the same group; the tool says over the control stream what it means.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);

// Standard output then belongs to the tool's own events.
if (args is [_, _, "quiet"]) Console.SetOut(Console.Error);

// Started once more by the user's own process, which it finds by this variable, and not by the tool.
if (Environment.GetEnvironmentVariable("PROTOKIT_WORKER") is not null) return await AppEntry.Find(args[0]).RunWorkerAsync();

await using var control = new NamedPipeClientStream(".", args[1], PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
await control.ConnectAsync(10_000);
try
{
    return await AppEntry.Find(args[0]).RunAsync(control);
}
catch (UnusableAppException unusable)
{
    await unusable.TellAsync(control);
    return UnusableAppException.Exit;
}
