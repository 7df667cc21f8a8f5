using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Sources;
using ImsAudit.Inventories;

namespace ImsAudit.Cli.Commands;

/// <summary><c>collect</c>: collect only, and write a snapshot.</summary>
internal static class CollectCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var command = new Command("collect", "Collect images and write them as a snapshot; evaluate nothing.");
        command.Add([options.CollectTo, options.Resume, .. options.Source.All]);
        bind(command, (invocation, _) => RunAsync(invocation));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var source = ImageSource.Of(invocation);
        var file = FileOf(invocation, source, out var resume);
        invocation.Settings.Check();

        var snapshot = new SnapshotOutput(invocation, file);
        snapshot.Probe();
        // What goes to a pipe cannot be gone on with, and files can be read again.
        return source is EndpointSource endpoint && !snapshot.IsWrittenDirectly
            ? await CollectAsync(invocation, endpoint, file, resume)
            : await CopyAsync(invocation, source, (file, snapshot));
    }

    /// <summary>The snapshot to write. Notes what does not go together.</summary>
    private static string FileOf(Invocation invocation, ImageSource source, out bool resume)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options);
        var to = settings.Text(options.CollectTo);
        // A file that is named on the command line goes over a configured one to go on with.
        var resumed = settings.IsOnCommandLine(options.CollectTo) && !settings.IsOnCommandLine(options.Resume) ? null : settings.Text(options.Resume);
        resume = resumed is not null;
        if (resume && settings.IsOnCommandLine(options.CollectTo) && to != resumed) settings.Mistake("--resume FILE writes the same FILE as before, so it takes no other --out. Leave one of them out.");
        if (resume && source is not EndpointSource) settings.Mistake("--resume goes on with a collection from an endpoint, and --from asks none. Leave one of them out.");
        if (resumed == OutputFile.StandardOutput) settings.Mistake("--resume needs a file: what went to standard output cannot be gone on with.");
        return resumed ?? to ?? throw new UserMistakeException("collect needs a file to write: collect -o FILE.");
    }

    private static async Task<int> CollectAsync(Invocation invocation, EndpointSource source, string file, bool resume)
    {
        var snapshot = new ResumableSnapshot(invocation, file);
        var inventory = await snapshot.CollectAsync(source, resume);
        var exitCode = Say(invocation, inventory, file);
        snapshot.Settle(inventory);
        return exitCode;
    }

    private static async Task<int> CopyAsync(Invocation invocation, ImageSource source, (string File, SnapshotOutput Snapshot) to)
    {
        var inventory = await source.OpenAsync();
        using var owned = inventory as IDisposable;
        await to.Snapshot.WriteAsync(inventory);
        return Say(invocation, inventory, to.File);
    }

    private static int Say(Invocation invocation, IInventory inventory, string file)
    {
        ScanVerdict.SayIncomplete(invocation.Log, inventory.Completeness, inventory.Listings);
        foreach (var note in inventory.Notes) invocation.Log.Info(note);
        foreach (var sentence in inventory.Listings.SelectMany(listing => listing.Drift)) invocation.Log.Info(sentence);
        invocation.Log.Info($"{inventory.Listings.Sum(listing => listing.Images)} images in {inventory.Listings.Count} listings were written to {file}.");
        return inventory.Completeness == Completeness.Incomplete ? ExitCode.Incomplete : ExitCode.Clean;
    }
}
