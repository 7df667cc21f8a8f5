using ImsAudit.Results;

namespace ImsAudit.Reporting.Model;

/// <summary>What a finding's row says, the same where a template writes it out and where it is data for the page's script.</summary>
internal static class FindingTexts
{
    /// <summary>How many images of a group a row lists.</summary>
    public const int MostImages = 100;

    public static string Name(FindingImage image, WordList words) => string.IsNullOrEmpty(image.Name) ? words.Say("row.noName") : image.Name;

    public static string Name(Finding finding, WordList words) => finding.Image is { } image ? Name(image, words)
        : finding.Group is { Count: > 0 } ? Words.Group(finding)
        : words.Say("row.allTogether");

    /// <summary>Cloud, region and project of an image; how many images a group has.</summary>
    public static string Where(Finding finding, WordList words) =>
        finding.Image is { } image ? Words.Scope(image) : words.Say("images", finding.Images?.Count ?? 0);

    /// <summary>Those of the image; of a group those of its images.</summary>
    public static IReadOnlyList<string> Categories(Finding finding) => finding.Image?.Categories
        ?? [.. (finding.Images ?? []).SelectMany(image => image.Categories).Distinct(StringComparer.Ordinal)];

    /// <summary>The day on which the image was created; of a group its oldest image. Null when not known.</summary>
    public static string? Created(Finding finding) => CreatedAt(finding) is { } time ? Words.Day(DateOnly.FromDateTime(time.UtcDateTime)) : null;

    /// <inheritdoc cref="Created"/>
    public static DateTimeOffset? CreatedAt(Finding finding) => finding.Image is { } image ? image.CreatedAt : finding.Images?.Min(one => one.CreatedAt);

    /// <summary>The day, and how long ago that is.</summary>
    public static string? Seen(Finding finding, WordList words) =>
        FirstSeen(finding) is { } day ? finding.AgeDays is { } days ? words.Say("row.since", day, words.Say("days", days)) : day : null;

    /// <summary>Not open before: by the history where one was asked, else by the baseline.</summary>
    /// <param name="baseline">There is one.</param>
    public static bool IsNew(Finding finding, bool baseline) => finding.AgeDays is not null ? finding.New : baseline && finding is { Baselined: false, Outcome: Outcome.Fail };

    public static string? FirstSeen(Finding finding) => finding.FirstSeen is { } time ? Words.Day(DateOnly.FromDateTime(time.UtcDateTime)) : null;

    public static string? Waiver(Finding finding, WordList words) => finding.Waiver is { } waiver
        ? words.Say("row.waivedUntil", Words.Day(waiver.Expires), waiver.Owner, Words.Reason(waiver.Reason, waiver.Ticket))
        : null;
}
