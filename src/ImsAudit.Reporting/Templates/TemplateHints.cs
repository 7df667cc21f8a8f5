using System.Text.RegularExpressions;
using ImsAudit.Reporting.Model;
using ImsAudit.Wording;

namespace ImsAudit.Reporting.Templates;

/// <summary>What to do about a mistake in a template, behind what Scriban says of it.</summary>
internal static partial class TemplateHints
{
    private const string Documented = "\"imsaudit template docs\" lists what a template gets.";

    /// <summary>The message with a sentence on what to do, where there is one.</summary>
    public static string With(string message) => Hint(message) is { } hint ? $"{message.TrimEnd('.')}. {hint}" : message;

    private static string? Hint(string message)
    {
        if (Unknown().Match(message) is { Success: true } unknown) return Near(unknown.Groups["name"].Value);
        if (message.EndsWith("Cannot access member", StringComparison.Ordinal) || Null().IsMatch(message)) return "What is marked ? in the documentation may be null: ask first, {{ if x }}…{{ end }}.";
        if (message.Contains("with an indexer", StringComparison.Ordinal)) return "Walk a list with {{ for x in list }}…{{ end }}; break ends it.";
        if (message.Contains("Regex engine has timed out", StringComparison.Ordinal)) return "Write a pattern that tries less, without a repetition inside of a repetition.";
        if (message.Contains("LimitToString", StringComparison.Ordinal)) return "Write a long text piece by piece.";
        return message.Contains("iteration limit", StringComparison.Ordinal) || message.Contains("LoopLimit", StringComparison.Ordinal)
            ? "That is more rounds than this result can need: does the loop end?" : null;
    }

    private static string Near(string name) =>
        NearestName.Of(name, ModelTable.Names) is { } near && near != name ? $"Did you mean \"{near}\"? {Documented}" : Documented;

    [GeneratedRegex("^(The variable or function `(?<name>[^`]+)` was not found|Cannot get member with name (?<name>[^ ]+)\\.)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Unknown();

    [GeneratedRegex("^Object `[^`]+` is null", RegexOptions.CultureInvariant)]
    private static partial Regex Null();
}
