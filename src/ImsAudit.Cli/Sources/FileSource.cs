using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Cli.Sources;

/// <summary>Images out of files: <c>--from</c>.</summary>
internal sealed class FileSource(Invocation invocation) : ImageSource
{
    public override async Task<IInventory> OpenAsync()
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options.Source);
        var given = new ImageScope(Cloud: null, settings.Text(options.Region), settings.Text(options.Project));
        return await OpenAsync(invocation, settings.Texts(options.From), given);
    }

    /// <exception cref="InputFileException">A file cannot be read, or holds something else.</exception>
    public static async Task<FileInventory> OpenAsync(Invocation invocation, IReadOnlyList<string> files, ImageScope given)
    {
        var surroundings = invocation.Surroundings;
        var paths = files.Select(file => file == InventoryFiles.StandardInput ? file : surroundings.PathOf(file)).ToList();
        return await InventoryFiles.OpenAsync(paths, new FromOptions(given, surroundings.Input, surroundings.TempFolder), invocation.Cancellation);
    }
}
