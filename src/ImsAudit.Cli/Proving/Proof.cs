using ImsAudit.Evidence;
using ImsAudit.Files;
using ImsAudit.Results;

namespace ImsAudit.Cli.Proving;

/// <summary>What became of proving an evidence folder.</summary>
/// <param name="Result">The kept result; null when it cannot be read.</param>
/// <param name="Differences">Empty when it is proven.</param>
internal sealed record Proof(EvidenceManifest Manifest, AuditResult? Result, IReadOnlyList<EvidenceDifference> Differences)
{
    // What the scan made; all else is what it was made from.
    private static readonly string[] s_made = [EvidenceNames.Result, EvidenceNames.Report];
    private static readonly string[] s_always = [EvidenceNames.Snapshot, EvidenceNames.Options, EvidenceNames.Policies, .. s_made];

    /// <summary>False when what the scan was made from is not as it was, so that it could not be made again.</summary>
    public required bool MadeAgain { get; init; }

    /// <param name="folder">A path.</param>
    /// <exception cref="EvidenceException">It is no evidence folder.</exception>
    public static async Task<Proof> OfAsync(Invocation invocation, string folder)
    {
        var manifest = EvidenceManifest.Read(ReadManifest(folder));
        var differences = new List<EvidenceDifference>(await EvidenceFolder.DifferencesAsync(folder, manifest, invocation.Cancellation));
        foreach (var needed in s_always.Where(needed => manifest.Files.All(file => file.Path != needed)))
            differences.Add(new(needed, "belongs to every evidence, and the manifest does not tell of it"));
        var result = ReadResult(folder, differences);
        if (result is null || differences.Exists(difference => !s_made.Contains(difference.Path))) return new Proof(manifest, result, differences) { MadeAgain = false };
        var told = differences.Select(difference => difference.Path).ToHashSet(StringComparer.Ordinal);
        differences.AddRange(await new Remaking(invocation, folder, result).DifferencesAsync(manifest, told));
        return new Proof(manifest, result, differences) { MadeAgain = true };
    }

    private static byte[] ReadManifest(string folder)
    {
        var path = Path.Combine(folder, EvidenceNames.Manifest);
        if (File.Exists(folder)) throw new EvidenceException("it is a file. Evidence is a folder, as scan --evidence DIR wrote it.");
        if (!Directory.Exists(folder)) throw new EvidenceException("there is no such folder.");
        if (new FileInfo(path).LinkTarget is not null) throw new EvidenceException($"{EvidenceNames.Manifest} is a link, and evidence has files only.");
        try
        {
            // What is no file and would not end, such as a pipe, has no length either.
            if (new FileInfo(path).Length == 0) throw new EvidenceException($"{EvidenceNames.Manifest} is empty, or no file.");
            return File.ReadAllBytes(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new EvidenceException($"{EvidenceNames.Manifest} cannot be read: {FileTrouble.Of(unreadable)}. Evidence is what scan --evidence DIR wrote.");
        }
    }

    /// <summary>Null when it cannot be read, and then noted unless that was told already.</summary>
    private static AuditResult? ReadResult(string folder, List<EvidenceDifference> differences)
    {
        var file = new FileInfo(Path.Combine(folder, EvidenceNames.Result));
        if (!file.Exists || file.LinkTarget is not null || file.Length == 0) return null;
        try
        {
            return ResultJson.Read(File.ReadAllBytes(file.FullName), EvidenceNames.Result);
        }
        catch (Exception wrong) when (wrong is ResultFormatException or IOException or UnauthorizedAccessException)
        {
            differences.Add(new(EvidenceNames.Result, $"cannot be read: {wrong.Message.TrimEnd('.')}"));
            return null;
        }
    }
}
