using System.IO.Compression;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Cli.Outputs;

/// <summary>Writes an inventory as a snapshot.</summary>
internal sealed class SnapshotOutput(Invocation invocation, string file)
{
    private readonly Surroundings _surroundings = invocation.Surroundings;

    private SnapshotHeader Header => new(_surroundings.Clock.GetUtcNow(), Product.NameAndVersion);

    /// <summary>Finds out before anything is collected whether the file can be written.</summary>
    /// <exception cref="UserMistakeException">It cannot.</exception>
    public void Probe()
    {
        using var probe = OutputFile.Open(_surroundings, file);
    }

    /// <summary>True for standard output, a device or a pipe.</summary>
    public bool IsWrittenDirectly => file == OutputFile.StandardOutput || OutputFile.IsWrittenDirectly(_surroundings, file);

    /// <returns>The SHA-256 over the image lines.</returns>
    /// <exception cref="UserMistakeException">The file cannot be written; an earlier one is as it was.</exception>
    public async Task<string> WriteAsync(IInventory inventory)
    {
        if (IsWrittenDirectly) return await WriteDirectlyAsync(inventory);
        var path = OutputFile.FinalPath(_surroundings.PathOf(file));
        try
        {
            return await SnapshotFile.WriteAsync(path, Header, inventory, invocation.Cancellation);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            File.Delete(SnapshotFile.PartialPath(path));
            throw OutputFile.CannotBeWritten(file, wrong);
        }
        catch (OperationCanceledException)
        {
            File.Delete(SnapshotFile.PartialPath(path));
            throw;
        }
    }

    /// <summary>Writes beside the file's place, but not as its partial file, and puts it there when it is whole.</summary>
    /// <returns>The SHA-256 over the image lines.</returns>
    /// <exception cref="UserMistakeException">The file cannot be written; an earlier one is as it was.</exception>
    public async Task<string> WriteDirectlyAsync(IInventory inventory)
    {
        var sha256 = "";
        using var target = OutputFile.Open(_surroundings, file);
        await target.WriteAsync(async stream =>
        {
            await using var packed = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true) : null;
            using var writer = new SnapshotWriter(packed ?? stream, Header);
            await foreach (var image in inventory.ReadAsync(invocation.Cancellation)) await writer.WriteAsync(image, invocation.Cancellation);
            sha256 = await writer.EndAsync(inventory.Completeness, inventory.Listings, invocation.Cancellation);
        });
        target.Commit();
        return sha256;
    }
}
