namespace ImsAudit.Evidence;

/// <summary>The files of an evidence folder.</summary>
public static class EvidenceNames
{
    public const string Manifest = "manifest.json";
    public const string Snapshot = "snapshot.ndjson.gz";
    public const string Result = "result.json";
    public const string Report = "report.html";
    public const string Options = "options.json";

    /// <summary>What each kept file of policies was named, and in which order they were loaded.</summary>
    public const string Policies = "policies.json";
    public const string PolicyFolder = "policies";

    /// <summary>Only where there were any.</summary>
    public const string Waivers = "waivers.json";
    public const string Baseline = "baseline.json";

    /// <summary>True for a path that stays below the folder that it is relative to: plain names parted by <c>/</c>.</summary>
    public static bool IsInside(string path) => path.Split('/').All(part =>
        part.Length > 0 && part[0] != '.' && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'));
}
