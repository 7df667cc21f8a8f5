using ImsAudit.Inventories;
using ImsAudit.Policies;

namespace ImsAudit.Results;

/// <summary>All that a scan found out. Reports are made from this alone, now or later.</summary>
public sealed record AuditResult
{
    public const string Schema = "imsaudit/result/1";

    public required ToolInfo Tool { get; init; }

    public required RunInfo Run { get; init; }

    public required ResultSummary Summary { get; init; }

    /// <summary>One for each evaluated policy, ordered by id.</summary>
    public required IReadOnlyList<PolicyResult> Policies { get; init; }

    /// <summary>Sorted by severity (worst first), policy, cloud, region, project, name, id.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    public required WaiverReport Waivers { get; init; }

    /// <summary>Null when there was no baseline.</summary>
    public BaselineReport? Baseline { get; init; }
}

public sealed record ToolInfo(string Name, string Version);

public sealed record RunInfo
{
    public required string Id { get; init; }

    /// <summary>The moment that ages and expiries were judged at, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>It was judged at a moment that still lay in the future when it ended: it tells what will fail by then, of images as they are now.</summary>
    public bool IsForecast => AsOf > FinishedAt;

    /// <summary>In JSON <c>complete</c>: true, false, or null when not known.</summary>
    public required Completeness Completeness { get; init; }

    /// <summary>Sentences that every report begins with.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why the history does not have this scan; null when it has, or there is none. Exit code 3.</summary>
    public string? HistoryError { get; init; }

    public required IReadOnlyList<Listing> Listings { get; init; }

    public required long Images { get; init; }

    /// <summary><c>en</c> or <c>zh</c>: the language of the policies' texts in this result.</summary>
    public string Language { get; init; } = "en";

    public required string PolicySetSha256 { get; init; }

    public string? SnapshotSha256 { get; init; }

    public string? WaiversSha256 { get; init; }
}

public sealed record ResultSummary
{
    public required long Images { get; init; }

    public required int Policies { get; init; }

    /// <summary>Fails that no waiver covers, by severity; every severity is there.</summary>
    public required IReadOnlyDictionary<Severity, int> Findings { get; init; }

    public required int Errors { get; init; }

    public required int Waived { get; init; }

    public required int Baselined { get; init; }

    /// <summary>pass / (pass + fail + error + waived), 0 to 1; null when nothing was evaluated.</summary>
    public required double? Compliance { get; init; }

    public required GateResult Gate { get; init; }
}

/// <param name="FailOn">The severity's name, or <c>none</c>.</param>
/// <param name="Passed">True when <paramref name="ExitCode"/> is 0.</param>
/// <param name="ExitCode">0, 1 or 3.</param>
public sealed record GateResult(string FailOn, bool Passed, int ExitCode)
{
    /// <summary>What was asked of the gate by a history, and what came of it; null when nothing was.</summary>
    public HistoryGate? History { get; init; }
}

/// <summary>One policy's texts and counts. evaluated = pass + fail + error + waived.</summary>
public sealed record PolicyResult
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required Severity Severity { get; init; }

    public string? Description { get; init; }

    public string? Rationale { get; init; }

    public string? Remediation { get; init; }

    public IReadOnlyList<string> References { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Framework name to control ids.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Controls { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Null where a result does not say, as those of earlier versions.</summary>
    public PolicySource? Source { get; init; }

    /// <summary>What it judges and demands, line by line, indented, parameters replaced by their values.</summary>
    public IReadOnlyList<string> Condition { get; init; } = [];

    public long Evaluated => Pass + Fail + Error + Waived;

    public required long Pass { get; init; }

    public required long Fail { get; init; }

    public required long Error { get; init; }

    public required long NotApplicable { get; init; }

    public required long Waived { get; init; }
}

/// <summary>Waivers that did nothing: past their last day, or matching no finding.</summary>
public sealed record WaiverReport(IReadOnlyList<WaiverNote> Expired, IReadOnlyList<WaiverNote> Unused)
{
    public static WaiverReport Empty { get; } = new([], []);
}

/// <param name="Image">What the waiver names: an image id, a name pattern or a condition, as text.</param>
public sealed record WaiverNote(string Policy, string Image, string Reason, string Owner, string? Ticket, DateOnly Expires);
