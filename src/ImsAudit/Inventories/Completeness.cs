namespace ImsAudit.Inventories;

/// <summary>Whether everything that was asked for was seen.</summary>
public enum Completeness
{
    /// <summary>Saved responses prove nothing: there may be more.</summary>
    NotKnown = 0,

    Complete = 1,

    /// <summary>At least one listing failed, or a snapshot is damaged.</summary>
    Incomplete = 2,
}
