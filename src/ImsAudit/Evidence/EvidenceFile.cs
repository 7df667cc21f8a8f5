using System.Security.Cryptography;

namespace ImsAudit.Evidence;

/// <summary>A file of an evidence folder, as the manifest tells it.</summary>
/// <param name="Path">Relative, parted by <c>/</c>.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record EvidenceFile(string Path, long Bytes, string Sha256)
{
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static async Task<EvidenceFile> OfAsync(string folder, string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(System.IO.Path.Combine(folder, path));
        return new EvidenceFile(path, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)));
    }
}
