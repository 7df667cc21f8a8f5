using ImsAudit.Results;

namespace ImsAudit.Differences;

/// <summary>One finding, as both results have it.</summary>
/// <param name="Old">Null when the old result does not have it.</param>
/// <param name="New">Null when the new result does not have it; never both.</param>
public sealed record FindingChange(FindingState State, Finding? Old, Finding? New)
{
    /// <summary>Why the other side says nothing of it; null but for what was not seen.</summary>
    public Unseen? Why { get; init; }

    /// <summary>Its policy demands something else now, so that the change may be the policy's.</summary>
    public bool PolicyChanged { get; init; }

    /// <summary>The newer of the two.</summary>
    public Finding Latest => New ?? Old!;

    internal static FindingChange Between(Finding old, Finding @new) => new(StateOf(old, @new), old, @new);

    private static FindingState StateOf(Finding old, Finding @new) => (old.Outcome == Outcome.Waived, @new.Outcome == Outcome.Waived) switch
    {
        (false, true) => FindingState.WaivedSince,
        (true, false) => FindingState.Unwaived,
        _ when old.Outcome != @new.Outcome || old.Severity != @new.Severity => FindingState.Changed,
        (true, true) => FindingState.StillWaived,
        _ => FindingState.StillOpen,
    };
}
