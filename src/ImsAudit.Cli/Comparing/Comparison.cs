using ImsAudit.Cli.Commands;
using ImsAudit.Cli.Selection;
using ImsAudit.Differences;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Cli.Comparing;

/// <summary>Opens the two files, and the snapshots beside them, and compares them.</summary>
internal sealed class Comparison(Invocation invocation, bool allFields)
{
    /// <exception cref="UserMistakeException">The files do not go together, or an option does not go with them.</exception>
    public async Task<Difference> OfAsync((string Old, string New) files, (string Old, string New)? snapshots)
    {
        if (files is (InventoryFiles.StandardInput, InventoryFiles.StandardInput)) throw new UserMistakeException("Standard input can be read only once. Name a file for OLD or NEW.");
        using var old = await OpenAsync(files.Old);
        using var @new = await OpenAsync(files.New);
        return (old, @new) switch
        {
            ({ Result: { } before }, { Result: { } after }) => Difference.Of(before, after, await ImagesOfAsync(snapshots)),
            ({ Images: { } before }, { Images: { } after }) => Difference.Of(await ImagesOfAsync(before, after, snapshots)),
            _ => throw new UserMistakeException($"{Described(files.Old, old)} and {Described(files.New, @new)}: these cannot be compared. Give two results, or two snapshots."),
        };
    }

    private async Task<ImagesDifference?> ImagesOfAsync((string Old, string New)? snapshots)
    {
        if (snapshots is not { } given)
        {
            RefuseWhatIsAboutImages();
            return null;
        }
        using var old = await OpenImagesAsync(given.Old);
        using var @new = await OpenImagesAsync(given.New);
        return await CompareAsync(old.Images!, @new.Images!);
    }

    private async Task<ImagesDifference> ImagesOfAsync(IInventory old, IInventory @new, (string Old, string New)? snapshots) => snapshots is null
        ? await CompareAsync(old, @new)
        : throw new UserMistakeException("--old-snapshot and --new-snapshot go with two results. OLD and NEW are images themselves: leave the options out.");

    private async Task<ImagesDifference> CompareAsync(IInventory old, IInventory @new)
    {
        var policies = await PolicySelection.ReadAsync(invocation, ScanOptions.DefaultPack);
        invocation.Settings.Check();
        return await ImagesDifference.BetweenAsync(old, @new, new ComparedFields(policies!, allFields, invocation.Surroundings.Clock.GetUtcNow()), invocation.Cancellation);
    }

    private void RefuseWhatIsAboutImages()
    {
        var settings = invocation.Settings;
        var useless = settings.Options.Policy.Choosing.Where(settings.IsOnCommandLine).Select(option => option.Name);
        foreach (var name in allFields ? useless.Append("--all-fields") : useless)
            settings.Mistake($"{name} is about the fields of images, and results hold none. Add --old-snapshot and --new-snapshot, or leave it out.");
        settings.Check();
    }

    private async Task<ComparedFile> OpenImagesAsync(string file)
    {
        var opened = await OpenAsync(file);
        if (opened.Images is not null) return opened;
        opened.Dispose();
        throw new UserMistakeException($"{file} is a result, and --old-snapshot and --new-snapshot name snapshots.");
    }

    private Task<ComparedFile> OpenAsync(string file)
    {
        var surroundings = invocation.Surroundings;
        var path = file == InventoryFiles.StandardInput ? file : surroundings.PathOf(file);
        return ComparedFile.OpenAsync(path, new FromOptions(ImageScope.Unknown, surroundings.Input, surroundings.TempFolder), invocation.Cancellation);
    }

    private static string Described(string name, ComparedFile file) => $"{name} is {(file.Result is null ? "a list of images" : "a result")}";
}
