using System.Security.Cryptography;
using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Snapshots;

/// <summary>What one reading of a collection's partial file found: how far it is good, and which listings ended.</summary>
internal sealed class JournalPass
{
    private readonly Dictionary<int, Listing> _finished = [];

    /// <summary>Null when there is none, so that nobody knows what was collected.</summary>
    public CollectionPlan? Plan { get; private set; }

    /// <summary>The length up to which everything is whole, in bytes.</summary>
    public long Good { get; private set; }

    /// <summary>The highest number that a listing has, also one that did not end: none may be given twice.</summary>
    public int LastNumber { get; private set; }

    /// <summary>The listings that were read to their end; not those that failed.</summary>
    public IReadOnlyDictionary<int, Listing> Finished => _finished;

    public static async Task<JournalPass> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var pass = new JournalPass();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = new LineReader(file);
        var at = 0L;
        try
        {
            while (await lines.NextAsync(cancellationToken) && lines.IsTerminated)
            {
                at += lines.Line.Length;
                if (!pass.Takes(lines, at, hash)) break;
                hash.AppendData(lines.Line.Span);
            }
        }
        catch (InvalidDataException)
        {
            // A line without an end: what is behind the good part is dropped, whatever it is.
        }
        return pass;
    }

    /// <summary>Reads the good part once more, and gives the spool the images of the listings that ended.</summary>
    public async Task RestoreAsync(Stream file, IncrementalHash hash, ImageSpool spool, CancellationToken cancellationToken)
    {
        var (lines, frames, counts, at) = (new LineReader(file), new SnapshotLine(), new Dictionary<int, (long Typed, long Untyped)>(), 0L);
        while (at < Good && await lines.NextAsync(cancellationToken))
        {
            var end = at += lines.Line.Length;
            hash.AppendData(lines.Line.Span);
            if (JournalLine.ListingOf(lines.Line.Span) is not { } number || !_finished.ContainsKey(number)) continue;
            if (!frames.TryRead(lines.Line[..^1], out var image)) throw new InvalidDataException("An image line that was written whole cannot be read.");
            var head = ImageHead.Read(image.Json.Span);
            // The image stands last on its line: before the closing brace and the line end.
            spool.Restore(new SpoolListing(number, image.Scope, image.Categories.First), head, (end - 2 - image.Json.Length, image.Json.Length));
            var count = counts.GetValueOrDefault(number);
            counts[number] = string.IsNullOrEmpty(head.ImageType) ? count with { Untyped = count.Untyped + 1 } : count with { Typed = count.Typed + 1 };
        }
        foreach (var (number, listing) in _finished)
            spool.Restore(new EndedListing(listing, counts.GetValueOrDefault(number).Typed, counts.GetValueOrDefault(number).Untyped));
    }

    /// <returns>False when nothing from this line on can be trusted.</returns>
    private bool Takes(LineReader lines, long end, IncrementalHash before)
    {
        var line = lines.Line[..^1];
        if (lines.Number == 1) return true;
        if (lines.Number == 2) return TakesPlan(line, end);
        if (JournalLine.IsEnd(line.Span)) return TakesEnd(line, end, before);
        LastNumber = Math.Max(LastNumber, JournalLine.ListingOf(line.Span) ?? 0);
        return true;
    }

    private bool TakesPlan(ReadOnlyMemory<byte> line, long end)
    {
        Plan = JournalLine.ReadPlan(line);
        Good = end;
        return Plan is not null;
    }

    private bool TakesEnd(ReadOnlyMemory<byte> line, long end, IncrementalHash before)
    {
        if (JournalLine.ReadEnd(line) is not var (number, listing, sha256) || sha256 != Convert.ToHexStringLower(before.GetCurrentHash())) return false;
        if (listing.Complete && listing.Error is null) _finished[number] = listing;
        LastNumber = Math.Max(LastNumber, number);
        Good = end;
        return true;
    }
}
