using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace ImsAudit.Snapshots;

/// <summary>
/// One reading of a snapshot from its first line to its last. The images come out as they are read; the rest is known
/// when they have ended. Lines that cannot be read are damage, and passed over, so that all the others are still seen.
/// </summary>
internal sealed class SnapshotPass(InputFile file)
{
    private readonly SnapshotLine _line = new();

    /// <summary>The number of image lines, readable or not.</summary>
    public long Lines { get; private set; }

    /// <summary>Lower-case hex over the image lines as they are.</summary>
    public string Sha256 { get; private set; } = "";

    public SnapshotTrailer? Trailer { get; private set; }

    /// <summary>The first thing that is wrong, as the end of a sentence; null when everything holds.</summary>
    public string? Damage { get; private set; }

    public async IAsyncEnumerable<FoundImage> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var stream = await file.OpenAsync(cancellationToken);
        var lines = new LineReader(stream);
        while (await NextAsync(lines, cancellationToken))
        {
            if (!lines.IsTerminated) Damaged($"line {lines.Number} is cut short");
            if (lines.Number == 1) continue;
            if (TakesAsImageLine(lines, hash) is { } image) yield return image;
        }
        Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        Check();
    }

    private async ValueTask<bool> NextAsync(LineReader lines, CancellationToken cancellationToken)
    {
        try
        {
            return await lines.NextAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            Damaged($"it cannot be read behind line {lines.Number}: its compressed data is damaged or cut short, or a line has no end");
            return false;
        }
    }

    private FoundImage? TakesAsImageLine(LineReader lines, IncrementalHash hash)
    {
        if (Trailer is not null)
        {
            Damaged($"text stands behind its last line, from line {lines.Number} on");
            return null;
        }
        var text = lines.IsTerminated ? lines.Line[..^1] : lines.Line;
        var isImage = _line.TryRead(text, out var image);
        if (!isImage && SnapshotTrailer.TryRead(text, out var trailer))
        {
            Trailer = trailer;
            return null;
        }
        if (JournalLine.Is(text.Span))
        {
            Damaged("it was never finished (\"imsaudit collect --resume\" goes on with an interrupted collection)");
            return null;
        }
        hash.AppendData(lines.Line.Span);
        Lines++;
        if (isImage) return image;
        Damaged($"line {lines.Number} is no image line");
        return null;
    }

    private void Check()
    {
        if (Trailer is null) Damaged("its last line is missing");
        else if (Trailer.Images != Lines) Damaged($"it holds {Lines} image lines, but its last line counts {Trailer.Images}");
        else if (Trailer.Sha256 != Sha256) Damaged("its image lines do not have the SHA-256 that its last line names");
    }

    private void Damaged(string what) => Damage ??= what;
}
