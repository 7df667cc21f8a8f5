using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Cli.Sources;

/// <summary>Images out of files: <c>--from</c>.</summary>
internal sealed class FileSource(Invocation invocation) : ImageSource
{
    public override async Task<IInventory> OpenAsync()
    {
        return await OpenAsync(invocation, Files, Given);
    }

    /// <summary>The same where it is one file with an image a line, to be judged while it is read; else null.</summary>
    /// <exception cref="InputFileException">The file cannot be read.</exception>
    public Task<ImageLines?> OpenLinesAsync() => ImageLines.OpenAsync(PathsOf(invocation, Files), From(invocation, Given), invocation.Cancellation);

    /// <exception cref="InputFileException">A file cannot be read, or holds something else.</exception>
    public static async Task<FileInventory> OpenAsync(Invocation invocation, IReadOnlyList<string> files, ImageScope given)
    {
        return await InventoryFiles.OpenAsync(PathsOf(invocation, files), From(invocation, given), invocation.Cancellation);
    }

    private IReadOnlyList<string> Files => invocation.Settings.Texts(invocation.Settings.Options.Source.From);

    private ImageScope Given =>
        new(Cloud: null, invocation.Settings.Text(invocation.Settings.Options.Source.Region), invocation.Settings.Text(invocation.Settings.Options.Source.Project));

    private static List<string> PathsOf(Invocation invocation, IReadOnlyList<string> files) =>
        files.Select(file => file == InventoryFiles.StandardInput ? file : invocation.Surroundings.PathOf(file)).ToList();

    private static FromOptions From(Invocation invocation, ImageScope given) => new(given, invocation.Surroundings.Input, invocation.Surroundings.TempFolder);
}
