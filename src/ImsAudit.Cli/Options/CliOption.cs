using System.CommandLine;

namespace ImsAudit.Cli.Options;

/// <summary>Makes options. Values stay text here: the settings read them, so that a configured value meets the same checks.</summary>
internal static class CliOption
{
    /// <param name="value">The value's name in the help.</param>
    /// <param name="fallback">The default value, which the help shows.</param>
    public static Option<string> One(string name, string value, string description, string fallback) =>
        new(name) { HelpName = value, Description = description, DefaultValueFactory = _ => fallback };

    /// <summary>An option without a default value; what happens without it stands in <paramref name="otherwise"/>.</summary>
    public static Option<string> Maybe(string name, string value, string description, string otherwise) =>
        new(name) { HelpName = value, Description = $"{description} [default: {otherwise}]" };

    /// <summary>An option that may be given more than once.</summary>
    public static Option<string[]> Many(string name, string value, string description, string otherwise) =>
        new(name) { HelpName = value, Description = $"{description} Repeatable. [default: {otherwise}]", AllowMultipleArgumentsPerToken = false };

    public static Option<bool> Flag(string name, string description) =>
        new(name) { Description = $"{description} [default: off]", Arity = ArgumentArity.Zero };

    /// <summary>The option's key in the configuration: its name in camelCase.</summary>
    public static string Key(this Option option)
    {
        var words = option.Name.TrimStart('-').Split('-');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    public static bool Repeats(this Option option) => option.ValueType == typeof(string[]);

    public static bool IsFlag(this Option option) => option.ValueType == typeof(bool);

    public static void Add(this Command command, IEnumerable<Option> options)
    {
        foreach (var option in options) command.Options.Add(option);
    }
}
