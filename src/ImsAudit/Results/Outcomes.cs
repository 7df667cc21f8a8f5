namespace ImsAudit.Results;

/// <summary>The names of the outcomes, as results and policy tests spell them.</summary>
public static class Outcomes
{
    private static readonly Outcome[] All = [Outcome.Pass, Outcome.Fail, Outcome.Error, Outcome.Waived, Outcome.NotApplicable];

    public static string Name(this Outcome outcome) => outcome switch
    {
        Outcome.Pass => "pass",
        Outcome.Fail => "fail",
        Outcome.Error => "error",
        Outcome.Waived => "waived",
        Outcome.NotApplicable => "notApplicable",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
    };

    public static bool TryParse(string? name, out Outcome outcome)
    {
        foreach (var candidate in All)
        {
            if (candidate.Name() == name)
            {
                outcome = candidate;
                return true;
            }
        }
        outcome = default;
        return false;
    }
}
