using System.Globalization;
using System.Text.Json;
using ImsAudit.Policies;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Model;
using ImsAudit.Weekly;

namespace ImsAudit.Reporting.Weekly;

/// <summary>What rows of the report of a period say, the same in every format. Long values are cut; the json report has them whole.</summary>
internal static class WeeklyTexts
{
    private const int LongestValue = 120;
    private const int LongestName = 160;
    private const int LongestNote = 500;

    /// <summary>The image's name, or the group's key.</summary>
    public static string Name(WeeklySubject subject, WordList words)
    {
        if (subject.Id is not null) return string.IsNullOrEmpty(subject.Name) ? words.Say("row.noName") : ShortText.Of(subject.Name, LongestName);
        return subject.Group is { } group && GroupOf(group) is { Length: > 0 } key ? ShortText.Of(key, LongestName) : words.Say("row.allTogether");
    }

    public static string Where(WeeklySubject subject) =>
        string.Join(" / ", new[] { subject.Scope.Cloud, subject.Scope.Region, subject.Scope.Project }.Where(part => !string.IsNullOrEmpty(part)).Select(Short));

    /// <summary>With one decimal, as <c>3.5 d</c>; a dash when there is none.</summary>
    public static string Days(TimeSpan? time, WordList words) =>
        time is { } known ? words.Say("weekly.days", (Math.Floor(known.TotalDays * 10) / 10).ToString("#,0.0", CultureInfo.InvariantCulture)) : "–";

    public static string Day(DateTimeOffset time) => Words.Day(DateOnly.FromDateTime(time.UtcDateTime));

    /// <summary>A text that somebody chose, cut where it is longer than any name needs to be.</summary>
    public static string? Short(string? text) => text is null ? null : ShortText.Of(text, LongestValue);

    public static string Note(string note) => ShortText.Of(note, LongestNote);

    public static string Severity(Severity severity, WordList words) => words.Say("severity." + severity.Name());

    /// <summary>A period's compliance, or why there is none.</summary>
    public static string Compliance(WeeklyPoint point, WordList words) =>
        point.Last is { } last ? Words.Percent(last.Compliance) : words.Say(point.IncompleteScans > 0 ? "weekly.onlyIncomplete" : "weekly.noScan");

    public static string StateOf(WeeklySelection selection, WordList words) => words.Say("weekly.state." + selection.State.Name());

    public static string Status(string status, WordList words) => words.Say("weekly.share." + status);

    /// <summary>A field's value; missing when it is or was not there.</summary>
    public static string Value(Results.JsonText? value, WordList words) => value is { IsNull: false } there ? ShortText.Of(there.Display, LongestValue) : words.Say("row.missing");

    /// <summary>What a waiver's days mean.</summary>
    public static string Left(WeeklyWaiver waiver, WordList words) =>
        waiver.DaysLeft < 0 ? words.Say("weekly.waiver.expired", -waiver.DaysLeft) : words.Say("weekly.waiver.left", waiver.DaysLeft);

    private static string GroupOf(string json)
    {
        using var group = JsonDocument.Parse(json);
        return string.Join(", ", group.RootElement.EnumerateObject().Select(member => $"{member.Name} = {(member.Value.ValueKind == JsonValueKind.Null ? "(missing)" : Results.JsonText.Of(member.Value).Display)}"));
    }
}
