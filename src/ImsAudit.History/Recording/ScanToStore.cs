using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.History.Recording;

/// <summary>A scan that was judged, and all that a history takes from it.</summary>
/// <param name="Findings">Beside the result, which holds none when they were streamed.</param>
public sealed record ScanToStore(AuditResult Result, IInventory Inventory, PolicySet Policies, IReadOnlyList<SeenFinding> Findings)
{
    /// <summary>Every waiver that the scan was given.</summary>
    public IReadOnlyList<WaiverNote> Waivers { get; init; } = [];

    /// <summary>What will fail and does not fail now; null when nobody looked ahead.</summary>
    public SeenForecast? Forecast { get; init; }
}

/// <summary>What a scan changed in a history.</summary>
/// <param name="AlreadyThere">A scan with this run id was stored before; nothing was changed.</param>
/// <param name="Late">Some of what it saw was seen by a later scan before; there, nothing was changed.</param>
/// <param name="Opened">Findings that no waiver covers and that were not open, those that came back among them.</param>
/// <param name="Reopened">Those of them that had been fixed, or of which a waiver ended.</param>
/// <param name="Fixed">Findings that are gone, without those that a waiver covered.</param>
public sealed record StoredScan(bool AlreadyThere, bool Late, long Opened, long Reopened, long Fixed);
