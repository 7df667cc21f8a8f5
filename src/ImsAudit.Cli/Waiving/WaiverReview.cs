using ImsAudit.Cli.Commands;
using ImsAudit.Cli.Selection;
using ImsAudit.Cli.Sources;
using ImsAudit.Evaluation;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Waivers;

namespace ImsAudit.Cli.Waiving;

/// <summary>The waivers of a file and how each stands; which are unused is told by a scan of the images, where there are any.</summary>
/// <param name="IsIncomplete">Not every image was seen, so that no waiver is called unused for want of one.</param>
internal sealed record WaiverReview(IReadOnlyList<(Waiver Waiver, WaiverState State)> Waivers, bool IsIncomplete)
{
    public int Count(WaiverState state) => Waivers.Count(waiver => waiver.State == state);

    /// <summary>Reads the file, and judges by it what the source of images, if one is given, holds.</summary>
    /// <exception cref="UserMistakeException">An option, a policy or the file is wrong.</exception>
    public static async Task<WaiverReview> OfAsync(Invocation invocation)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options);
        var source = options.Source.Naming.Any(settings.IsGiven) ? ImageSource.Of(invocation) : null;
        // Over images the same policies as a scan takes, so that what is unused here is what a scan would report as unused.
        var policies = await PolicySelection.ReadAsync(invocation, defaultPack: source is null ? null : ScanOptions.DefaultPack);
        var file = await WaiverSelection.ReadFileAsync(invocation, policies);
        var asOf = settings.Time(options.Policy.AsOf) ?? invocation.Surroundings.Clock.GetUtcNow();
        ScanOptions.Language(invocation);
        if (!settings.IsGiven(options.Waiver.Waivers)) settings.Mistake("waivers needs to know which file: --waivers FILE.");
        settings.Check();

        var ledger = new WaiverLedger(file!.Waivers, asOf);
        bool? seen = source is null ? null : await SeeAllAsync(invocation, source, policies!, (ledger, asOf));
        Say(invocation, seen);
        return new WaiverReview(
            [.. file.Waivers.Select(waiver => (waiver, WaiverStates.Of(waiver, asOf, !waiver.NamesAny(policies!.Policies) || (seen is true && !ledger.IsUsed(waiver)))))],
            seen is false);
    }

    /// <returns>Whether all that was asked for was seen.</returns>
    private static async Task<bool> SeeAllAsync(Invocation invocation, ImageSource source, PolicySet policies, (WaiverLedger Ledger, DateTimeOffset AsOf) judged)
    {
        var inventory = await source.OpenAsync();
        using var owned = inventory as IDisposable;
        var evaluator = new PolicyEvaluator(policies, inventory, (judged.AsOf, "en"), _ => { }, judged.Ledger);
        var images = await evaluator.RunAsync(invocation.Cancellation);
        ScanVerdict.SayIncomplete(invocation.Log, inventory.Completeness, inventory.Listings);
        foreach (var note in inventory.Notes) invocation.Log.Info(note);
        if (images == 0) invocation.Log.Error("Not one image was found, which is more likely a wrong project, region or permission than an empty cloud.");
        return inventory.Completeness != Completeness.Incomplete && images > 0;
    }

    private static void Say(Invocation invocation, bool? seen)
    {
        if (seen is null)
            invocation.Log.Warning("Whether a waiver is unused could not be told: no images were given. Say --from FILE, or --endpoint, --project or --region.");
        if (seen is false)
            invocation.Log.Error("Whether a waiver is unused could not be told: one that covers nothing that was seen may cover what was not.");
    }
}
