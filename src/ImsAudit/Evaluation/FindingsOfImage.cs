using ImsAudit.Images;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>What the findings of one policy say about one image.</summary>
internal static class FindingsOfImage
{
    /// <summary>The outcome of the image's own finding, of its group's, or of the whole policy's; null when there is none.</summary>
    public static Outcome? OutcomeOf(this IReadOnlyList<Finding> findings, Image image) =>
        (findings.FirstOrDefault(finding => IsOf(finding.Image, image))
            ?? findings.FirstOrDefault(finding => finding.Images?.Any(one => IsOf(one, image)) == true)
            ?? findings.FirstOrDefault(finding => finding.Group is { Count: 0 } || (finding.Group is not null && finding.Outcome == Outcome.Error)))?.Outcome;

    private static bool IsOf(FindingImage? described, Image image) => described is not null && described.Id == image.Id
        && described.Cloud == image.Scope.Cloud && described.Region == image.Scope.Region && described.Project == image.Scope.Project;
}
