using System.CommandLine;
using System.Globalization;
using ImsAudit.Cli.Options;
using ImsAudit.Values;
using ImsAudit.Wording;
using Microsoft.Extensions.Configuration;

namespace ImsAudit.Cli.Configuration;

/// <summary>
/// What the options say: the command line first, else the configuration, else the default. Mistakes are collected and
/// thrown together by <see cref="Check"/>.
/// </summary>
internal sealed class Settings(CliOptions options, ParseResult parse, LoadedConfiguration loaded)
{
    private readonly IConfiguration _configuration = loaded.Values;
    private readonly List<string> _mistakes = [];

    public CliOptions Options => options;

    /// <summary>What is configured, for what has no option.</summary>
    public LoadedConfiguration Configuration => loaded;

    /// <exception cref="UserMistakeException">Something was wrong so far.</exception>
    public void Check()
    {
        if (_mistakes.Count > 0) throw new UserMistakeException([.. _mistakes.Distinct(StringComparer.Ordinal)]);
    }

    public void Mistake(string sentence) => _mistakes.Add(sentence);

    public void Mistakes(IEnumerable<string> sentences) => _mistakes.AddRange(sentences);

    /// <summary>True when the command that runs has the option.</summary>
    public bool Takes(Option option) => parse.CommandResult.Command.Options.Contains(option);

    /// <summary>True when it stands on the command line.</summary>
    public bool IsOnCommandLine(Option option) => parse.GetResult(option) is { Implicit: false };

    /// <summary>True when it stands on the command line or in the configuration.</summary>
    public bool IsGiven(Option option) => IsOnCommandLine(option) || IsConfigured(option);

    public string? Text(Option<string> option) =>
        !IsOnCommandLine(option) && IsConfigured(option) ? _configuration[option.Key()] : parse.GetValue(option);

    /// <summary>Never merged: what the command line gives replaces what is configured.</summary>
    public IReadOnlyList<string> Texts(Option<string[]> option)
    {
        if (IsOnCommandLine(option)) return parse.GetValue(option) ?? [];
        var section = _configuration.GetSection(option.Key());
        if (section.Value is { Length: > 0 } one) return [one];
        return [.. section.GetChildren().Select(child => child.Value).OfType<string>()];
    }

    public bool Flag(Option<bool> option)
    {
        if (IsOnCommandLine(option) || !IsConfigured(option)) return parse.GetValue(option);
        if (bool.TryParse(_configuration[option.Key()], out var on)) return on;
        Wrong(option, _configuration[option.Key()]!, "true or false");
        return false;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(Option<string> option, int least, int most)
    {
        var text = Text(option)!;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Wrong(option, text, $"a whole number from {least} to {most}");
        return least;
    }

    /// <summary>A number above 0.</summary>
    public double Rate(Option<string> option)
    {
        var text = Text(option)!;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1e6) return number;
        Wrong(option, text, "a number above 0 and below a million");
        return 1;
    }

    public TimeSpan Duration(Option<string> option)
    {
        var text = Text(option)!;
        if (Values.Duration.TryParse(text, out var duration) && duration > TimeSpan.Zero) return duration;
        Wrong(option, text, "a duration such as 90s, 10m or PT1H");
        return TimeSpan.FromMinutes(1);
    }

    public DateTimeOffset? Time(Option<string> option)
    {
        if (Text(option) is not { } text) return null;
        if (Timestamp.TryParseTimeOrDate(text, out var time)) return time;
        Wrong(option, text, "a time such as 2026-01-31T12:00:00Z, or a date such as 2026-01-31");
        return null;
    }

    /// <summary>One of a closed set of names; the first when it is wrong.</summary>
    public string Choice(Option<string> option, IReadOnlyList<string> names)
    {
        var text = Text(option)!;
        if (names.Contains(text)) return text;
        WrongChoice(option, text, names);
        return names[0];
    }

    public void WrongChoice(Option option, string text, IReadOnlyList<string> names) =>
        Wrong(option, text, string.Join(", ", names), NearestName.Suggest(text, names));

    /// <param name="suggestion">A part of a sentence that begins with a semicolon, or nothing.</param>
    public void Wrong(Option option, string text, string expected, string suggestion = "")
    {
        var name = IsOnCommandLine(option) ? option.Name : $"\"{option.Key()}\" in the configuration";
        Mistake($"{name} is \"{text}\"; expected is {expected}{suggestion}");
    }

    private bool IsConfigured(Option option)
    {
        var section = _configuration.GetSection(option.Key());
        return section.Value is { Length: > 0 } || section.GetChildren().Any();
    }
}
