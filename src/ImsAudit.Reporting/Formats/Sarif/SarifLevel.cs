using ImsAudit.Policies;

namespace ImsAudit.Reporting.Formats.Sarif;

/// <summary>A severity in the words of SARIF and of GitHub's code scanning.</summary>
internal static class SarifLevel
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Critical or Severity.High => "error",
        Severity.Medium => "warning",
        _ => "note",
    };

    /// <summary><c>security-severity</c>: above 9.0 is critical to GitHub, from 7.0 high, from 4.0 medium, above 0 low.</summary>
    public static string Score(Severity severity) => severity switch
    {
        Severity.Critical => "9.5",
        Severity.High => "8.0",
        Severity.Medium => "5.5",
        Severity.Low => "3.0",
        _ => "0.0",
    };
}
