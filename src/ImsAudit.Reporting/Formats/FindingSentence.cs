using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary>A finding in one sentence, for formats that have room for one: which image, where, and why.</summary>
internal static class FindingSentence
{
    // In UTF-16 units. A value, or a pattern that was expected, may be pages long; formats that keep it whole have a place for it.
    private const int LongestReason = 240;

    /// <summary>Not encoded for any output; ends with a full stop.</summary>
    public static string Of(Finding finding) => Ended($"{Subject(finding)}: {Mark(finding)}{Why(finding)}");

    /// <summary><c>'ubuntu' (1b2c, prod / cn-north-4 / 0f1e, private)</c>.</summary>
    public static string Subject(Finding finding)
    {
        if (finding.Image is not { } image) return $"{Words.Group(finding)} ({Words.Count(finding.Images?.Count ?? 0, "image")})";
        string[] known = [image.Id, Words.Scope(image), image.Category];
        return $"'{Words.Subject(finding)}' ({string.Join(", ", known.Where(part => part.Length > 0))})";
    }

    /// <summary>The policy's own message, and what was found and expected, long values cut.</summary>
    public static string Why(Finding finding)
    {
        var parts = finding.Reasons.Select(reason => ShortText.Of(Words.Reason(reason), LongestReason));
        if (Words.OwnMessage(finding) is { Length: > 0 } message) parts = parts.Prepend(message.TrimEnd('.'));
        return string.Join("; ", parts);
    }

    /// <summary>What a waiver says of itself; empty without one.</summary>
    public static string Waiver(Finding finding) => finding.Waiver is { } waiver
        ? Ended($"Waived until {Words.Day(waiver.Expires)} by {waiver.Owner}: {Words.Reason(waiver.Reason, waiver.Ticket)}")
        : "";

    /// <summary>Behind a sentence, with a space: since when it is open, as a history knows; empty without one.</summary>
    public static string Age(Finding finding) => finding switch
    {
        { AgeDays: null } => "",
        { New: true, AgeDays: 0 } => " New.",
        { FirstSeen: { } time } => $" {(finding.New ? "New again. " : "")}Open for {Words.Count(finding.AgeDays!.Value, "day")}, since {Words.Day(DateOnly.FromDateTime(time.UtcDateTime))}.",
        _ => $" {(finding.New ? "New again. " : "")}Open for {Words.Count(finding.AgeDays!.Value, "day")}.",
    };

    /// <summary>The text with a full stop, if it has no end of its own.</summary>
    public static string Ended(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' or '。' ? text : text + ".";

    private static string Mark(Finding finding) =>
        finding.Outcome == Outcome.Error && !finding.Message.StartsWith("cannot be decided", StringComparison.Ordinal) ? "cannot be decided: " : "";
}
