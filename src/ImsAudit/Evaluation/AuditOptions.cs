using ImsAudit.Baselines;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Waivers;

namespace ImsAudit.Evaluation;

/// <summary>How an audit is judged and told.</summary>
public sealed record AuditOptions
{
    public required ToolInfo Tool { get; init; }

    public required string RunId { get; init; }

    /// <summary>The moment that ages and expiries are judged at, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary><c>en</c> or <c>zh</c>.</summary>
    public string Language { get; init; } = "en";

    public GateRule Gate { get; init; } = new(Severity.High, ErrorsCount: true);

    /// <summary>Images of which nobody knows whether they are all are an incomplete inventory.</summary>
    public bool RequireComplete { get; init; }

    /// <summary>Null: none.</summary>
    public WaiverFile? Waivers { get; init; }

    /// <summary>Null: none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Gets each finding as it is found, in no order; the result then keeps none. Null: the result keeps all, sorted.</summary>
    public Action<Finding>? Stream { get; init; }

    /// <summary>No image at all is accepted.</summary>
    public bool AllowEmpty { get; init; }
}

/// <summary>When the gate closes.</summary>
/// <param name="FailOn">The least severity that counts; null for <c>none</c>.</param>
/// <param name="ErrorsCount">An error counts at its policy's severity.</param>
public sealed record GateRule(Severity? FailOn, bool ErrorsCount)
{
    public string FailOnName => FailOn?.Name() ?? "none";

    /// <summary>Whether a finding closes the gate.</summary>
    public bool Closes(Finding finding) => !finding.Baselined && Closes(finding.Severity, finding.Outcome);

    /// <summary>Whether a finding closes the gate that is not in the baseline.</summary>
    public bool Closes(Severity severity, Outcome outcome) => FailOn is { } least && severity >= least
        && (outcome == Outcome.Fail || (outcome == Outcome.Error && ErrorsCount));
}
