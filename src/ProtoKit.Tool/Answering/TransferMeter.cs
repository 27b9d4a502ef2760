using ProtoKit.Tool.Terminal;
using ProtoKit.Wire;
using Spectre.Console;

namespace ProtoKit.Tool.Answering;

/// <summary>Shows on a terminal how far a transfer is, and nothing anywhere else.</summary>
internal static class TransferMeter
{
    /// <param name="total">Bytes in all; null when only the end tells.</param>
    /// <param name="transfer">Is given what to call with the bytes so far; null when nobody looks.</param>
    public static async Task RunAsync(ToolConsole console, string what, long? total, Func<Action<long>?, Task> transfer)
    {
        if (!console.IsLive)
        {
            await transfer(null);
            return;
        }

        var live = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(console.Error),
        });
        await live.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn())
            .StartAsync(async shown =>
            {
                var task = shown.AddTask(Markup.Escape(Printable.Of(what)), maxValue: Math.Max(1, total ?? 1));
                task.IsIndeterminate = total is null;
                await transfer(bytes =>
                {
                    if (total is null) task.MaxValue = bytes;
                    task.Value = bytes;
                });
            });
    }
}
