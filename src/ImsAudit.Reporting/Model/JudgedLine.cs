using ImsAudit.Results;

namespace ImsAudit.Reporting.Model;

/// <summary>A line of a policy's condition, and how it came out for the image of a finding.</summary>
internal readonly record struct JudgedLine(string Mark, string Line)
{
    /// <summary>The lines of a finding; none where the result does not tell how they came out.</summary>
    public static IReadOnlyList<JudgedLine> Of(Finding finding, PolicyResult policy) =>
        finding.Truths is { } truths && truths.Length == policy.Condition.Count ? [.. truths.Zip(policy.Condition, (truth, line) => new JudgedLine(MarkOf(truth), line))] : [];

    private static string MarkOf(char truth) => truth switch
    {
        't' => "✓",
        'f' => "✗",
        'u' => "?",
        _ => " ",
    };
}
