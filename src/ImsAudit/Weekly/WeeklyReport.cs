using ImsAudit.Inventories;
using ImsAudit.Results;

namespace ImsAudit.Weekly;

/// <summary>What a history says of a period that ends at a moment: what changed, what it means, what will be due. Reports are made from this alone.</summary>
public sealed record WeeklyReport
{
    public const string Schema = "imsaudit/weekly/1";

    public required ToolInfo Tool { get; init; }

    /// <summary><c>en</c> or <c>zh</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The key of the tag that names an image's owner.</summary>
    public required string OwnerTag { get; init; }

    /// <summary>The period began behind this moment, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The moment that it ends with, and that everything is told of, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>What scans looked at in the periods that are shown, and how it was seen in this one.</summary>
    public required IReadOnlyList<WeeklySelection> Selections { get; init; }

    /// <summary>How each selection did from period to period.</summary>
    public required IReadOnlyList<WeeklySeries> Series { get; init; }

    /// <summary>What is open, and what was fixed in the period; the worst first.</summary>
    public required IReadOnlyList<WeeklyFinding> Findings { get; init; }

    public required WeeklyForecast Forecast { get; init; }

    /// <summary>Waivers in use that run out soon or have run out, by their last day.</summary>
    public required IReadOnlyList<WeeklyWaiver> Waivers { get; init; }

    public required WeeklyShares Shares { get; init; }

    /// <summary>Images of the same id that are others than they were; golden ones first.</summary>
    public required IReadOnlyList<WeeklyDrift> Drift { get; init; }

    /// <summary>Images that became public, or came as public ones, in the period.</summary>
    public required IReadOnlyList<WeeklyImage> NewPublic { get; init; }

    /// <summary>Public images that are not called new, because nobody had looked there before.</summary>
    public required int FirstPublic { get; init; }

    /// <summary>Incomplete when anything that is scanned was not seen whole in the period, by its last scan, or came late; so is a period without a scan.</summary>
    public Completeness Completeness =>
        Selections.Count == 0 || Selections.Any(selection => selection.State is WeeklyState.Incomplete or WeeklyState.NotScanned or WeeklyState.Late) ? Completeness.Incomplete
        : Selections.Any(selection => selection.State == WeeklyState.NotKnown) ? Completeness.NotKnown
        : Completeness.Complete;

    /// <summary>0, or 3 when it is incomplete.</summary>
    public int ExitCode => Completeness == Completeness.Incomplete ? 3 : 0;
}
