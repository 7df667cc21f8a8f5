using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary>
/// The file and line that a finding is shown at by programs that know findings only in files: its policy's, since an image
/// has none.
/// </summary>
/// <param name="Path">Relative, parts parted by <c>/</c>, not encoded.</param>
/// <param name="Line">The first is 1.</param>
internal sealed record PolicyPlace(string Path, int Line)
{
    public static PolicyPlace Of(PolicyResult policy) => policy.Source is { File.Length: > 0 } source
        ? new PolicyPlace(Clean(source.File), Math.Max(1, source.Line))
        : OfUnlisted(policy.Id);

    /// <summary>Of a policy that the result does not tell more of.</summary>
    public static PolicyPlace OfUnlisted(string id) => new($"policies/{id.Replace('/', '-')}.policy.json", 1);

    /// <summary>The path as a relative URI reference: what is no letter, digit or <c>-._~</c> is percent-encoded.</summary>
    public string Uri => string.Join('/', Path.Split('/').Select(System.Uri.EscapeDataString));

    // A result may have been edited: its paths lead neither to the root nor out of the folder.
    private static string Clean(string file) => string.Join('/', file.Replace('\\', '/').Split('/').Where(part => part is not ("" or "." or "..")));
}
