using ProtoKit.Tool.Descriptions;
using RadLine;
using Spectre.Console;

namespace ProtoKit.Tool.Prompting;

/// <summary>Lines that a person edits at a prompt, with completion and history.</summary>
internal sealed class EditedLines : ILines
{
    private readonly LineEditor editor;

    private EditedLines(LineEditor editor) => this.editor = editor;

    public bool IsTyped => true;

    /// <summary>Null when this terminal has no editor.</summary>
    public static EditedLines? On(string prompt, ProtocolDescription protocol, string directory)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings());
        if (!LineEditor.IsSupported(terminal)) return null;
        var editor = new LineEditor(terminal)
        {
            Prompt = new LineEditorPrompt(Markup.Escape(prompt)),
            Completion = new Completion(protocol, directory),
        };
        editor.KeyBindings.Add(ConsoleKey.D, ConsoleModifiers.Control, () => new EndOfInput());
        // The editor keeps the arrows for moving between the lines of one input; here an input is one line.
        Rebind(editor.KeyBindings, ConsoleKey.UpArrow, () => new PreviousHistoryCommand());
        Rebind(editor.KeyBindings, ConsoleKey.DownArrow, () => new NextHistoryCommand());
        return new EditedLines(editor);
    }

    public Task<string?> NextAsync(CancellationToken cancel) => editor.ReadLine(cancel);

    // What is typed later is typed to the shell.
    public Task<LinesLeft> LeftAsync() => Task.FromResult(new LinesLeft(0, IsAll: true));

    private static void Rebind<T>(KeyBindings keys, ConsoleKey key, Func<T> command)
        where T : LineEditorCommand
    {
        keys.Remove(key);
        keys.Add(key, command);
    }
}
