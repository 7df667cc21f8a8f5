namespace ImsAudit.Linting;

/// <summary>How sure it is that a finding is a mistake.</summary>
public enum LintLevel
{
    /// <summary>Probably a slip, or something that is of no use.</summary>
    Warning = 0,

    /// <summary>It cannot do what it was written for.</summary>
    Error = 1,
}
