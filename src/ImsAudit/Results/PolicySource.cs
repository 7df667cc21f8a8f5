using ImsAudit.Policies;

namespace ImsAudit.Results;

/// <summary>Where a policy is written down, for formats whose readers want a file and a line.</summary>
/// <param name="File">Relative, parts parted by <c>/</c>: to the working folder, or for built-in policies to the product's sources.</param>
/// <param name="Line">Of the policy's id; the first line is 1.</param>
public sealed record PolicySource(string File, int Line)
{
    private const string BuiltInFolder = "policies/";

    /// <param name="workingFolder">An absolute path; null when there is none.</param>
    public static PolicySource Of(Policy policy, string? workingFolder) =>
        new(NameOf(policy.File, workingFolder), policy.Source.Find("id")?.Position.Line ?? 1);

    /// <summary>How a file of policies is told: relative to the working folder, or by its name alone.</summary>
    public static string NameOf(string file, string? workingFolder)
    {
        if (file.StartsWith(BuiltInPolicies.Name, StringComparison.Ordinal)) return BuiltInFolder + file[BuiltInPolicies.Name.Length..];
        var path = workingFolder is null ? file : Path.GetRelativePath(workingFolder, Path.GetFullPath(file, workingFolder));
        path = path.Replace('\\', '/');
        // A file elsewhere is told by its name alone: where it lies on this machine is nobody's business, and no reader could follow it.
        return Path.IsPathRooted(path) || path.Split('/').Contains("..") ? path[(path.LastIndexOf('/') + 1)..] : path;
    }
}
