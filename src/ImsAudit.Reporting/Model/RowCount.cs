using ImsAudit.Results;

namespace ImsAudit.Reporting.Model;

/// <summary>How many rows a template that shows everything once walks over.</summary>
internal static class RowCount
{
    public static long Of(AuditResult result) =>
        result.Run.Listings.Sum(listing => 1L + listing.Notes.Count + listing.Drift.Count)
        + result.Run.Notes.Count
        + result.Policies.Sum(policy => 1L + policy.References.Count + policy.Tags.Count + policy.Controls.Sum(control => 1L + control.Value.Count))
        + result.Findings.Sum(Of)
        + result.Waivers.Expired.Count + result.Waivers.Unused.Count + (result.Baseline?.Fixed.Count ?? 0);

    private static long Of(Finding finding) =>
        1L + finding.Reasons.Count + finding.Fields.Count + (finding.Group?.Count ?? 0)
        + (finding.Image is null ? 0 : Of(finding.Image)) + (finding.Images?.Sum(Of) ?? 0);

    private static long Of(FindingImage image) => 1L + image.Categories.Count;
}
