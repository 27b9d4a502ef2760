using ProtoKit.Tool;
using ProtoKit.Tool.Terminal;

return await ProtoKitCommand.RunAsync(args, ToolConsole.OfThisProcess());
