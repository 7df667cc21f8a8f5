using ImsAudit.Images;

namespace ImsAudit.Snapshots;

/// <summary>What the options say about inputs that do not say it themselves.</summary>
/// <param name="Given">Cloud, region and project as given; null parts are not known.</param>
/// <param name="StandardInput">What <c>-</c> names; it stays open.</param>
/// <param name="TempFolder">Where an input that can be read only once is kept meanwhile.</param>
public sealed record FromOptions(ImageScope Given, Stream StandardInput, string TempFolder);

/// <summary>Opens what <c>--from</c> names: snapshots, saved responses, arrays and NDJSON, each also compressed.</summary>
public static class InventoryFiles
{
    /// <summary>The name of standard input among the files.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads every input once from end to end, so that everything but the images is known.</summary>
    /// <param name="paths">At least one; <c>-</c> at most once.</param>
    /// <exception cref="InputFileException">A file cannot be read, or holds something else than images.</exception>
    public static async Task<FileInventory> OpenAsync(IReadOnlyList<string> paths, FromOptions options, CancellationToken cancellationToken)
    {
        if (paths.Count(path => path == StandardInput) > 1)
            throw new InputFileException(StandardInput, "Standard input can be read only once. Name it once.");
        var owned = new List<IDisposable>();
        try
        {
            var inputs = new List<InputFile>();
            foreach (var path in paths)
                inputs.Add(await InputOpening.OpenAsync(path, options, owned, cancellationToken));
            return await OpenAsync(inputs, options.Given, owned, cancellationToken);
        }
        catch
        {
            foreach (var file in owned) file.Dispose();
            throw;
        }
    }

    internal static async Task<FileInventory> OpenAsync(IReadOnlyList<InputFile> inputs, ImageScope given, IReadOnlyList<IDisposable> owned, CancellationToken cancellationToken)
    {
        var sources = new List<IImageSource>();
        foreach (var input in inputs)
            sources.Add(await InputOpening.WithSentences(input.Name, () => SourceAsync(input, given, cancellationToken)));
        var inventory = new FileInventory(sources, given, owned);
        await inventory.MergeAsync(cancellationToken);
        return inventory;
    }

    private static async Task<IImageSource> SourceAsync(InputFile input, ImageScope given, CancellationToken cancellationToken) =>
        await InputKind.IsSnapshotAsync(input, cancellationToken)
            ? await SnapshotSource.OpenAsync(input, cancellationToken)
            : await SavedSource.OpenAsync(input, given, cancellationToken);
}
