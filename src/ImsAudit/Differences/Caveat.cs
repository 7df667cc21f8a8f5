namespace ImsAudit.Differences;

/// <param name="Values">What the sentence on it needs: texts, whole numbers and moments.</param>
public sealed record Caveat(CaveatKind Kind, params IReadOnlyList<object> Values)
{
    /// <summary>Something may be other than the differences say; else they only need to be read with it in mind.</summary>
    public bool IsGrave => Kind is < CaveatKind.OnlyOldAsked or CaveatKind.Swapped or CaveatKind.OldSnapshotOther or CaveatKind.NewSnapshotOther or CaveatKind.Repeated;
}
