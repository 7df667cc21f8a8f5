using System.CommandLine;
using ImsAudit.Cli.Explaining;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Selection;
using ImsAudit.Cli.Sources;
using ImsAudit.Evaluation;
using ImsAudit.Inventories;

namespace ImsAudit.Cli.Commands;

/// <summary><c>explain</c>: why a policy comes out as it does for an image.</summary>
internal static class ExplainCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var command = new Command("explain", "Show how a policy comes out for an image: every condition with the actual value and true, false or unknown.");
        command.Add([options.Image, .. options.Source.All, .. options.Policy.All]);
        bind(command, (invocation, _) => RunAsync(invocation));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options);
        var source = ImageSource.Of(invocation);
        var policies = await PolicySelection.ReadAsync(invocation);
        var (asOf, language) = (settings.Time(options.Policy.AsOf) ?? invocation.Surroundings.Clock.GetUtcNow(), ScanOptions.Language(invocation));
        var wanted = new WantedImages(settings.Texts(options.Image));
        if (!settings.IsGiven(options.Policy.Policy)) settings.Mistake("explain needs to know which policy: --policy ID.");
        if (!settings.IsGiven(options.Image)) settings.Mistake("explain needs to know which image: --image ID.");
        settings.Check();

        var inventory = await source.OpenAsync();
        using var owned = inventory as IDisposable;
        var images = await wanted.FindAsync(inventory, invocation.Cancellation);
        using var text = new PlainText(invocation.Surroundings);
        var page = new ExplanationPage(text, language);
        foreach (var policy in policies!.Policies)
            foreach (var explanation in await Explanation.OfAsync(policies.Where(one => one == policy), inventory, asOf, images.Contains, invocation.Cancellation))
                page.Write(explanation);
        ScanVerdict.SayIncomplete(invocation.Log, inventory.Completeness, inventory.Listings);
        return inventory.Completeness == Completeness.Incomplete ? ExitCode.Incomplete : ExitCode.Clean;
    }
}
