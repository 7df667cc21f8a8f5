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
        command.Add([options.CollectTo, .. options.Source.All]);
        bind(command, (invocation, _) => RunAsync(invocation));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var settings = invocation.Settings;
        var source = ImageSource.Of(invocation);
        if (settings.Text(settings.Options.CollectTo) is not { } file) throw new UserMistakeException("collect needs a file to write: collect -o FILE.");
        settings.Check();

        var snapshot = new SnapshotOutput(invocation, file);
        snapshot.Probe();
        var inventory = await source.OpenAsync();
        using var owned = inventory as IDisposable;
        await snapshot.WriteAsync(inventory);
        ScanVerdict.SayIncomplete(invocation.Log, inventory.Completeness, inventory.Listings);
        foreach (var note in inventory.Notes) invocation.Log.Info(note);
        invocation.Log.Info($"{inventory.Listings.Sum(listing => listing.Images)} images in {inventory.Listings.Count} listings were written to {file}.");
        return inventory.Completeness == Completeness.Incomplete ? ExitCode.Incomplete : ExitCode.Clean;
    }
}
