namespace ImsAudit.Policies;

/// <summary>The names of the severities.</summary>
public static class Severities
{
    /// <summary>All, the worst first.</summary>
    public static IReadOnlyList<Severity> WorstFirst { get; } =
        [Severity.Critical, Severity.High, Severity.Medium, Severity.Low, Severity.Info];

    public static string Name(this Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.High => "high",
        Severity.Medium => "medium",
        Severity.Low => "low",
        Severity.Info => "info",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, message: null),
    };

    public static bool TryParse(string? name, out Severity severity)
    {
        foreach (var candidate in WorstFirst)
        {
            if (candidate.Name() == name)
            {
                severity = candidate;
                return true;
            }
        }
        severity = default;
        return false;
    }
}
