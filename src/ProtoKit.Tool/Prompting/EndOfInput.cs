using RadLine;

namespace ProtoKit.Tool.Prompting;

/// <summary>Ctrl+D: on an empty line the end of the input, elsewhere the next character goes, as in every shell.</summary>
internal sealed class EndOfInput : LineEditorCommand
{
    public override void Execute(LineEditorContext context)
    {
        if (context.Buffer.Length == 0) context.Submit(SubmitAction.Cancel);
        else context.Execute(new DeleteCommand());
    }
}
