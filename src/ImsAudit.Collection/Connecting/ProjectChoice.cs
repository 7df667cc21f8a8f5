using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Connecting;

/// <summary>Which of the projects that were found are looked into for one target, and what is said of the others.</summary>
internal sealed record ProjectChoice(IReadOnlyList<FoundProject> Taken, IReadOnlyList<string> Notes)
{
    /// <summary>Huawei Cloud lists it among a user's projects; there is no service in it.</summary>
    private const string ObjectStorage = "MOS";

    public static ProjectChoice Of(CollectionTarget target, IReadOnlyList<FoundProject> found)
    {
        var byRegion = found.Any(project => project.Name == target.Region);
        var disabled = found.Where(project => !project.Enabled).ToList();
        var enabled = found.Except(disabled).ToList();
        var isInternal = byRegion ? enabled.Where(project => project.Name == ObjectStorage).ToList() : [];
        var elsewhere = byRegion ? enabled.Except(isInternal).Where(project => !IsOf(project, target.Region!)).ToList() : [];
        return new ProjectChoice(
            [.. enabled.Except(isInternal).Except(elsewhere)],
            [
                .. disabled.Count > 0 ? new[] { NoteSentences.DisabledProjects(target, [.. disabled.Select(project => project.Name)]) } : [],
                .. elsewhere.Count > 0 ? new[] { NoteSentences.ProjectsOfOtherRegions(target, [.. elsewhere.Select(project => project.Name)]) } : [],
                .. isInternal.Select(project => NoteSentences.InternalProject(target, project.Name)),
            ]);
    }

    /// <summary>
    /// Huawei Cloud names a region's first project like the region, and the others REGION_NAME. Where there is no project of
    /// the region's name the names say nothing.
    /// </summary>
    private static bool IsOf(FoundProject project, string region) =>
        project.Name == region || project.Name.StartsWith(region + "_", StringComparison.Ordinal);
}
