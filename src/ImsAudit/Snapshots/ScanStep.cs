namespace ImsAudit.Snapshots;

internal enum ScanOutcome
{
    /// <summary>The token is not whole: give the same bytes again, with more behind them.</summary>
    NeedsMore,

    /// <summary>Something was read that is no image.</summary>
    Moved,

    /// <summary>An image was read.</summary>
    Image,

    /// <summary>Nothing comes any more.</summary>
    End,
}

/// <summary>What one step of the scanner did.</summary>
/// <param name="Consumed">The bytes that are done with.</param>
/// <param name="Start">Where the image begins in them; it ends where they end.</param>
internal readonly record struct ScanStep(ScanOutcome Outcome, int Consumed, int Start)
{
    public static ScanStep NeedsMore => new(ScanOutcome.NeedsMore, 0, 0);

    public static ScanStep End => new(ScanOutcome.End, 0, 0);
}
