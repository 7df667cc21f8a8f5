using ImsAudit.Reporting.Templates;

namespace ImsAudit.Reporting.Model;

/// <summary>The findings that are data for the page's script.</summary>
/// <param name="Counts">How many of each policy are among them.</param>
/// <param name="LeftOut">How many are not, because the file would be too large.</param>
/// <param name="WithoutFields">How many are there without their fields, for the same reason.</param>
internal sealed record RestOfFindings(JsonBlock Block, IReadOnlyDictionary<string, int> Counts, long LeftOut, long WithoutFields);
