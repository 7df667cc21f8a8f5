using ImsAudit.Cli.Sources;
using ImsAudit.Collection;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Cli.Outputs;

/// <summary>
/// A snapshot that is collected with all that came kept beside it as <c>FILE.partial</c>, so that another run can go on
/// where this one was interrupted. The partial file is gone when the whole snapshot is in its place, and only then.
/// </summary>
internal sealed class ResumableSnapshot
{
    private readonly Invocation _invocation;
    private readonly string _file;
    private readonly string _path;

    /// <exception cref="UserMistakeException">It cannot be written.</exception>
    public ResumableSnapshot(Invocation invocation, string file)
    {
        (_invocation, _file) = (invocation, file);
        _path = SnapshotFile.PartialPath(OutputFile.FinalPath(invocation.Surroundings.PathOf(file)));
    }

    private string Partial => SnapshotFile.PartialPath(_file);

    /// <summary>Collects, from the beginning or where the partial file leaves off, and writes the snapshot.</summary>
    /// <exception cref="UserMistakeException">It cannot be written; or there is no collection like this one to go on with.</exception>
    /// <exception cref="InputFileException">There is nothing to go on with.</exception>
    /// <returns>What was collected; its images are in the snapshot.</returns>
    public async Task<IInventory> CollectAsync(EndpointSource source, bool resume)
    {
        if (resume && !File.Exists(_path)) throw new UserMistakeException($"There is no {Partial} to go on with: no collection of {_file} was interrupted, or it is complete by now. Collect with -o {_file}.");
        using var interrupted = resume ? await InterruptedJournal.OpenAsync(_path, Partial, _invocation.Cancellation) : null;
        if (!resume && File.Exists(_path)) _invocation.Log.Info($"{Partial} of an earlier collection is replaced; --resume would have gone on with it.");
        try
        {
            var inventory = await source.OpenAsync(collector => OpenAsync(collector, interrupted));
            using (inventory as IDisposable) await new SnapshotOutput(_invocation, _file).WriteDirectlyAsync(inventory);
            return inventory;
        }
        catch (OperationCanceledException) when (File.Exists(_path))
        {
            _invocation.Log.Info($"What was collected stays in {Partial}; \"imsaudit collect --resume {_file}\" with the same options goes on with it.");
            throw;
        }
    }

    /// <summary>Removes the partial file of a snapshot that is complete, and says what the one of another is good for.</summary>
    public void Settle(IInventory inventory)
    {
        if (inventory.Completeness == Completeness.Complete) File.Delete(_path);
        else _invocation.Log.Info($"{Partial} stays: \"imsaudit collect --resume {_file}\" with the same options asks again only for the listings that are not complete.");
    }

    private async Task<ImageSpool> OpenAsync(ImageCollector collector, InterruptedJournal? interrupted)
    {
        if (interrupted is not null) return await ContinueAsync(collector, interrupted);
        try
        {
            var header = new SnapshotHeader(_invocation.Surroundings.Clock.GetUtcNow(), Product.NameAndVersion);
            return new ImageSpool(collector.Projects, CollectionJournal.Begin(_path, header, collector.Plan));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw OutputFile.CannotBeWritten(Partial, wrong);
        }
    }

    private async Task<ImageSpool> ContinueAsync(ImageCollector collector, InterruptedJournal interrupted)
    {
        if (interrupted.Plan.DifferencesTo(collector.Plan) is { Count: > 0 } differences)
        {
            // Who cannot be signed in to any more makes it look like another collection: that is the world's fault, not the user's.
            throw collector.SignInFailures is { Count: > 0 } failures
                ? new CannotCollectException(string.Join('\n', [.. failures, $"{Partial} is as it was."]))
                : new UserMistakeException([$"{Partial} is of another collection than this one; say the same again, or collect anew without --resume.", .. differences]);
        }
        _invocation.Log.Info($"Going on with {Partial}. Listings that are there and are not asked again: {interrupted.Finished}.");
        return await interrupted.ContinueAsync(collector.Projects, _invocation.Cancellation);
    }
}
