using System.CommandLine;
using ImsAudit.Wording;

namespace ImsAudit.Cli;

/// <summary>What is wrong with a command line, and what was probably meant.</summary>
internal static class ParseMistakes
{
    public static UserMistakeException Of(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        var mistakes = parse.UnmatchedTokens.Select(token => Unknown(token, command)).ToList();
        // The parser's own sentences about tokens that it did not match say less than ours.
        mistakes.AddRange(parse.Errors.Select(error => error.Message).Where(message => !parse.UnmatchedTokens.Any(token => message.Contains($"'{token}'", StringComparison.Ordinal))));
        mistakes.Add($"See \"{Path(command)} --help\".");
        return new UserMistakeException(mistakes);
    }

    private static string Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-') && token.Length > 1;
        var names = isOption ? OptionsOf(command) : command.Subcommands.Select(sub => sub.Name);
        return $"\"{token}\" is no {(isOption ? "option" : "command or argument")} of \"{Path(command)}\"{NearestName.Suggest(token, names)}";
    }

    private static IEnumerable<string> OptionsOf(Command command)
    {
        for (var at = command; at is not null; at = at.Parents.OfType<Command>().FirstOrDefault())
            foreach (var option in at.Options.Where(option => at == command || option.Recursive))
                yield return option.Name;
    }

    private static string Path(Command command)
    {
        var parent = command.Parents.OfType<Command>().FirstOrDefault();
        return parent is null ? Product.Name : $"{Path(parent)} {command.Name}";
    }
}
