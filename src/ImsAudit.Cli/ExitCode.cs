namespace ImsAudit.Cli;

/// <summary>What a run tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Complete, and nothing at or above the threshold.</summary>
    public const int Clean = 0;

    /// <summary>Complete, and violations (or errors) at or above the threshold.</summary>
    public const int Violations = 1;

    /// <summary>The command line, the configuration, a policy or a file is wrong.</summary>
    public const int Mistake = 2;

    /// <summary>The inventory is incomplete or could not be collected.</summary>
    public const int Incomplete = 3;

    /// <summary>An internal fault: a bug.</summary>
    public const int Fault = 4;

    public const int Interrupted = 130;
}
