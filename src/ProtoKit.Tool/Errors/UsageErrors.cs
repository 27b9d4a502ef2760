using System.CommandLine;
using System.CommandLine.Parsing;
using ProtoKit.Tool.Terminal;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Errors;

/// <summary>What the parser could not make sense of, in the contract's form: exit 2, on stderr, without the whole help.</summary>
internal static class UsageErrors
{
    public static int Report(ParseResult parse, ToolConsole console)
    {
        var command = parse.CommandResult.Command;
        var line = command is RootCommand ? "protokit" : $"protokit {command.Name}";
        var error = ToolError.Usage(Message(parse, command), $"{line} --help");
        return Outcome.Show(error, console, parse.Tokens.Any(token => token.Value == "--json"));
    }

    private static string Message(ParseResult parse, Command command)
    {
        // The parser takes a misspelt option for an argument.
        var stray = command.Arguments.SelectMany(argument => parse.GetResult(argument)?.Tokens ?? []).Select(token => token.Value).Where(LooksLikeOption);
        if (stray.Concat(parse.UnmatchedTokens).FirstOrDefault() is { } word) return Unknown(word, command);
        if (command is RootCommand) return "which verb? " + string.Join(", ", command.Subcommands.Select(verb => verb.Name));
        return parse.Errors[0].Message.TrimEnd('.');
    }

    /// <summary>Refuses a word that can only be a misspelt option, where an argument is expected.</summary>
    public static void RefuseOptions(ArgumentResult argument)
    {
        if (argument.Tokens.FirstOrDefault(token => LooksLikeOption(token.Value)) is { } stray) argument.AddError($"unknown option '{stray.Value}'");
    }

    private static bool LooksLikeOption(string word) => word.Length > 1 && word[0] == '-';

    private static string Unknown(string word, Command command)
    {
        var option = word.StartsWith('-');
        IEnumerable<Symbol> known = option ? command.Options : command.Subcommands;
        var near = NearestName.Of(word, known.Select(symbol => symbol.Name));
        var what = option ? "option" : command.Subcommands.Count > 0 ? "verb" : "argument";
        return $"unknown {what} '{word}'" + (near is null ? "" : $"; did you mean {near}?");
    }
}
