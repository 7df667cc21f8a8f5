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
        var output = TextOrJson.Option();
        command.Add([options.Image, .. options.Source.All, .. options.Policy.All, output]);
        bind(command, (invocation, _) => RunAsync(invocation, output));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, Option<string[]> output)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options);
        var source = ImageSource.Of(invocation);
        var policies = await PolicySelection.ReadAsync(invocation);
        var (asOf, language) = (settings.Time(options.Policy.AsOf) ?? invocation.Surroundings.Clock.GetUtcNow(), ScanOptions.Language(invocation));
        var wanted = new WantedImages(settings.Texts(options.Image));
        var outputs = new TextOrJson(invocation, output);
        if (!settings.IsGiven(options.Policy.Policy)) settings.Mistake("explain needs to know which policy: --policy ID.");
        if (!settings.IsGiven(options.Image)) settings.Mistake("explain needs to know which image: --image ID.");
        settings.Check();

        var inventory = await source.OpenAsync();
        using var owned = inventory as IDisposable;
        var images = await wanted.FindAsync(inventory, invocation.Cancellation);
        var explanations = new List<Explanation>();
        foreach (var policy in policies!.Policies)
            explanations.AddRange(await Explanation.OfAsync(policies.Where(one => one == policy), inventory, asOf, images.Contains, invocation.Cancellation));
        await outputs.WriteAsync(
            invocation.Surroundings,
            text => new ExplanationPage(text, language).WriteAll(explanations),
            stream => ExplanationJson.Write(stream, explanations, inventory.Completeness, language));
        ScanVerdict.SayIncomplete(invocation.Log, inventory.Completeness, inventory.Listings);
        return inventory.Completeness == Completeness.Incomplete ? ExitCode.Incomplete : ExitCode.Clean;
    }
}
