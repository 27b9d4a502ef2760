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
        return new EditedLines(new LineEditor(terminal)
        {
            Prompt = new LineEditorPrompt(Markup.Escape(prompt)),
            Completion = new Completion(protocol, directory),
        });
    }

    public async Task<string?> NextAsync(CancellationToken cancel)
    {
        var line = await editor.ReadLine(cancel);
        if (!string.IsNullOrWhiteSpace(line)) editor.History.Add(line);
        return line;
    }
}
