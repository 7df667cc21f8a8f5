namespace ImsAudit.Impact;

/// <summary>What became of a policy from the old set to the new one. A disabled policy counts as not there.</summary>
public enum PolicyChange
{
    /// <summary>The same file, parameters and severity.</summary>
    None = 0,
    Changed,
    Added,
    Removed,
}

public static class PolicyChanges
{
    /// <summary>As outputs spell it.</summary>
    public static string Name(this PolicyChange change) => change == PolicyChange.None ? "unchanged" : change.ToString().ToLowerInvariant();
}
