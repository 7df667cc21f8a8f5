using ImsAudit.Files;

namespace ImsAudit.Evidence;

/// <summary>What really lies in a folder, held against its manifest. Links are never followed.</summary>
public static class EvidenceFolder
{
    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Every file that the manifest tells otherwise, that is not there, or that it does not tell of; empty when all is as it was.</summary>
    public static async Task<IReadOnlyList<EvidenceDifference>> DifferencesAsync(string folder, EvidenceManifest manifest, CancellationToken cancellationToken)
    {
        var differences = new List<EvidenceDifference>();
        var there = new SortedSet<string>(StringComparer.Ordinal);
        Walk(new DirectoryInfo(folder), "", there, differences);
        there.Remove(EvidenceNames.Manifest);
        foreach (var file in manifest.Files)
        {
            if (!there.Remove(file.Path)) NoteMissing(file, differences);
            else if (await ChangeAsync(folder, file, cancellationToken) is { } change) differences.Add(new(file.Path, change));
        }
        differences.AddRange(there.Select(extra => new EvidenceDifference(extra, "is there, and the manifest does not tell of it")));
        return [.. differences.OrderBy(difference => difference.Path, StringComparer.Ordinal)];
    }

    // A link is told already, and by more than that it is missing.
    private static void NoteMissing(EvidenceFile file, List<EvidenceDifference> differences)
    {
        if (!differences.Exists(difference => difference.Path == file.Path || file.Path.StartsWith(difference.Path + "/", StringComparison.Ordinal)))
            differences.Add(new(file.Path, "is missing"));
    }

    private static void Walk(DirectoryInfo folder, string prefix, SortedSet<string> files, List<EvidenceDifference> differences)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", s_everything))
        {
            var path = prefix + entry.Name;
            if (entry.LinkTarget is not null) differences.Add(new(path, "is a link, and evidence has files only"));
            else if (entry is DirectoryInfo below) WalkBelow(below, path, files, differences);
            else files.Add(path);
        }
    }

    private static void WalkBelow(DirectoryInfo folder, string path, SortedSet<string> files, List<EvidenceDifference> differences)
    {
        if (!folder.EnumerateFileSystemInfos("*", s_everything).Any()) differences.Add(new(path, "is an empty folder, and evidence has none"));
        Walk(folder, path + "/", files, differences);
    }

    /// <summary>Null when the file is what the manifest says.</summary>
    private static async Task<string?> ChangeAsync(string folder, EvidenceFile file, CancellationToken cancellationToken)
    {
        try
        {
            var path = Path.Combine(folder, file.Path);
            // Also keeps from opening what is no file and would not end, such as a pipe: its length is 0, and no kept file's is.
            if (new FileInfo(path).Length is var bytes && (bytes != file.Bytes || bytes == 0)) return $"has {bytes:N0} bytes, and the manifest says {file.Bytes:N0}";
            var found = await EvidenceFile.OfAsync(folder, file.Path, cancellationToken);
            return found == file ? null : $"was changed: its SHA-256 is {found.Sha256}, and the manifest says {file.Sha256}";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return $"cannot be read: {FileTrouble.Of(unreadable)}";
        }
    }
}
