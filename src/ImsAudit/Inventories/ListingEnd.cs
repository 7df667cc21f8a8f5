namespace ImsAudit.Inventories;

/// <summary>How the reading of a listing came to its end.</summary>
public enum ListingEnd
{
    /// <summary>A file of an earlier version does not say.</summary>
    NotKnown = 0,

    /// <summary>The last page names no page behind it.</summary>
    NoNext,

    /// <summary>The page behind the last images is empty, and names none behind it.</summary>
    EmptyPage,

    /// <summary>A page could not be read, or nobody could sign in.</summary>
    Failed,

    /// <summary>The time for the whole collection was over.</summary>
    TimedOut,
}
