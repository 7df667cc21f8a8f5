using ImsAudit.Images;
using ImsAudit.Results;
using ImsAudit.Snapshots;

namespace ImsAudit.Differences;

/// <summary>One of the two files that are compared: a result, or images. Which it is its content tells, and it may be compressed.</summary>
public sealed class ComparedFile : IDisposable
{
    private readonly IReadOnlyList<IDisposable> _owned;

    private ComparedFile(IReadOnlyList<IDisposable> owned) => _owned = owned;

    /// <summary>Null when the file holds images.</summary>
    public AuditResult? Result { get; private init; }

    /// <summary>Null when the file holds a result.</summary>
    public FileInventory? Images { get; private init; }

    /// <param name="path"><c>-</c> is standard input.</param>
    /// <exception cref="InputFileException">It cannot be read, or is neither.</exception>
    /// <exception cref="ResultFormatException">It is a result that this version cannot read.</exception>
    public static async Task<ComparedFile> OpenAsync(string path, FromOptions options, CancellationToken cancellationToken)
    {
        var owned = new List<IDisposable>();
        try
        {
            var file = await InputOpening.OpenAsync(path, options, owned, cancellationToken);
            if (await ResultStart.IsOfResultAsync(file, cancellationToken)) return new ComparedFile(owned) { Result = await ReadAsync(file, cancellationToken) };
            return new ComparedFile([]) { Images = await InventoryFiles.OpenAsync([file], ImageScope.Unknown, owned, cancellationToken) };
        }
        catch
        {
            // Whatever it was goes on from here; what was spooled must not stay behind.
            foreach (var spooled in owned) spooled.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Images?.Dispose();
        foreach (var owned in _owned) owned.Dispose();
    }

    private static Task<AuditResult> ReadAsync(InputFile file, CancellationToken cancellationToken) => InputOpening.WithSentences(file.Name, async () =>
    {
        using var all = new MemoryStream();
        await using var stream = await file.OpenAsync(cancellationToken);
        try
        {
            await stream.CopyToAsync(all, cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw new InputFileException(file.Name, "The compressed data is damaged or cut short. Save the result again.");
        }
        return ResultJson.Read(all.GetBuffer().AsMemory(0, (int)all.Length), file.Name);
    });
}
