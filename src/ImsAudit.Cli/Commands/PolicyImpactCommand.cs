using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Selection;
using ImsAudit.Cli.Sources;
using ImsAudit.Images;
using ImsAudit.Impact;
using ImsAudit.Inventories;

namespace ImsAudit.Cli.Commands;

/// <summary><c>policy impact</c>: what changed policies would mean for images that are already known.</summary>
internal static class PolicyImpactCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var old = new Argument<string>("OLD") { Description = "The policies as they are: a file, a folder, or builtin:." };
        var @new = new Argument<string>("NEW") { Description = "The policies as they would be." };
        var output = TextOrJson.Option();
        var command = new Command("impact", "Show which images would newly fail, pass, or be undecided under changed policies.") { old, @new };
        command.Add([options.Source.From, options.Source.Project, options.Source.Region, options.Policy.AsOf, output]);
        bind(command, (invocation, parse) => RunAsync(invocation, (parse.GetRequiredValue(old), parse.GetRequiredValue(@new)), output));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, (string Old, string New) paths, Option<string[]> output)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options);
        var asOf = settings.Time(options.Policy.AsOf) ?? invocation.Surroundings.Clock.GetUtcNow();
        var outputs = new TextOrJson(invocation, output);
        var given = new ImageScope(Cloud: null, settings.Text(options.Source.Region), settings.Text(options.Source.Project));
        if (settings.Texts(options.Source.From).Count == 0) settings.Mistake("policy impact needs images to judge: --from FILE.");
        settings.Check();
        var (old, _) = await PolicyPaths.LoadAsync(invocation, [paths.Old]);
        var (@new, _) = await PolicyPaths.LoadAsync(invocation, [paths.New]);
        using var inventory = await FileSource.OpenAsync(invocation, settings.Texts(options.Source.From), given);
        var report = await ImpactReport.OfAsync(old, @new, inventory, asOf, invocation.Cancellation);
        await outputs.WriteAsync(invocation.Surroundings, text => ImpactPage.Write(text, report), stream => ImpactJson.Write(stream, report));
        ScanVerdict.SayIncomplete(invocation.Log, inventory.Completeness, inventory.Listings);
        return inventory.Completeness == Completeness.Incomplete ? ExitCode.Incomplete : ExitCode.Clean;
    }
}
