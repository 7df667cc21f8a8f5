namespace ImsAudit.History.Pruning;

/// <summary>What a history keeps. A scan goes when either says so.</summary>
/// <param name="Since">Scans from this moment on are kept; null: of any age.</param>
/// <param name="Scans">So many of the latest scans are kept; null: any number.</param>
public sealed record PruneRule(DateTimeOffset? Since, int? Scans);

/// <summary>What went, or would go.</summary>
/// <param name="Findings">Intervals that ended before the oldest scan that is kept, or that no scan has looked at since.</param>
/// <param name="Versions">Contents that images had before it.</param>
/// <param name="Images">Images of which nothing is left.</param>
public sealed record PruneReport(long Scans, long Findings, long Versions, long Images, long Waivers, long BytesBefore, long BytesAfter);
