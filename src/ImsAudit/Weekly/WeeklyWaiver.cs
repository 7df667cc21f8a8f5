using ImsAudit.Results;

namespace ImsAudit.Weekly;

/// <summary>A waiver that runs out soon, or has run out and is still given to scans.</summary>
/// <param name="DaysLeft">Until its last day; negative when that is past.</param>
/// <param name="Covers">How many findings it covers at the end of the period.</param>
public sealed record WeeklyWaiver(WaiverNote Note, int DaysLeft, int Covers);
