namespace ImsAudit.Images;

/// <summary>The projects that a scan looked into, by cloud and region: what makes an image "our own".</summary>
public sealed class ScannedProjects
{
    private readonly Dictionary<(string? Cloud, string? Region), HashSet<string>> _projects = [];

    public ScannedProjects(params IEnumerable<ImageScope> scopes)
    {
        foreach (var scope in scopes)
        {
            if (string.IsNullOrEmpty(scope.Project)) continue;
            var key = (scope.Cloud, scope.Region);
            if (!_projects.TryGetValue(key, out var projects)) _projects[key] = projects = new(StringComparer.Ordinal);
            projects.Add(scope.Project);
        }
    }

    public static ScannedProjects None { get; } = new();

    /// <summary>
    /// True when <paramref name="owner"/> is a scanned project of that cloud and region, false when it is not, and null
    /// when no project is known there, so that nobody can tell.
    /// </summary>
    public bool? Owns(ImageScope scope, string? owner)
    {
        if (scope.Project is { Length: > 0 } project && project == owner) return true;
        if (_projects.TryGetValue((scope.Cloud, scope.Region), out var projects)) return owner is not null && projects.Contains(owner);
        return string.IsNullOrEmpty(scope.Project) ? null : false;
    }
}
