using System.IO.Compression;
using ImsAudit.Inventories;

namespace ImsAudit.Snapshots;

/// <summary>
/// A snapshot on disk. While it is written it lies beside its place as <c>FILE.partial</c>; only when it is whole does it
/// take the name, so that nobody reads half of one. A name that ends with <c>.gz</c> is compressed.
/// </summary>
public sealed class SnapshotFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly Stream _output;

    /// <exception cref="IOException">The file cannot be made, or another process is writing it.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public SnapshotFile(string path, SnapshotHeader header)
    {
        _path = path;
        _file = new FileStream(PartialPath(path), FileMode.Create, FileAccess.Write, FileShare.None);
        _output = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(_file, CompressionLevel.Fastest, leaveOpen: true) : _file;
        Writer = new SnapshotWriter(_output, header);
    }

    /// <summary>Takes the images; its end is written by <see cref="EndAsync"/>.</summary>
    public SnapshotWriter Writer { get; }

    public static string PartialPath(string path) => path + ".partial";

    /// <summary>Writes all of an inventory, complete or not.</summary>
    /// <returns>The SHA-256 over the image lines, lower-case hex.</returns>
    public static async Task<string> WriteAsync(string path, SnapshotHeader header, IInventory inventory, CancellationToken cancellationToken)
    {
        await using var file = new SnapshotFile(path, header);
        await foreach (var image in inventory.ReadAsync(cancellationToken)) await file.Writer.WriteAsync(image, cancellationToken);
        return await file.EndAsync(inventory.Completeness, inventory.Listings, cancellationToken);
    }

    /// <summary>Writes the last line and gives the file its name, in place of one that is there.</summary>
    /// <returns>The SHA-256 over the image lines, lower-case hex.</returns>
    public async Task<string> EndAsync(Completeness completeness, IReadOnlyList<Listing> listings, CancellationToken cancellationToken)
    {
        var sha256 = await Writer.EndAsync(completeness, listings, cancellationToken);
        if (_output != _file) await _output.DisposeAsync();
        _file.Flush(flushToDisk: true);
        await _file.DisposeAsync();
        File.Move(PartialPath(_path), _path, overwrite: true);
        return sha256;
    }

    /// <summary>Closes the file. Without an end it stays beside as <c>FILE.partial</c>, and reads as incomplete.</summary>
    public async ValueTask DisposeAsync()
    {
        Writer.Dispose();
        await _output.DisposeAsync();
        await _file.DisposeAsync();
    }
}
