using System.CommandLine;
using ImsAudit.Cli.Histories;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.History.Pruning;
using ImsAudit.Values;

namespace ImsAudit.Cli.Commands;

/// <summary><c>history prune</c>: forgets old scans.</summary>
internal static class HistoryPruneCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var keep = CliOption.Maybe("--keep", "DURATION", "Forget scans that are older than this, such as 365d.", "of any age");
        var keepScans = CliOption.Maybe("--keep-scans", "N", "Keep no more than the latest N scans.", "any number");
        var dryRun = CliOption.Flag("--dry-run", "Only say what would go.");
        var command = new Command("prune", "Forget old scans, and findings and image versions that ended before the oldest scan that is kept. What is open stays, with its first day.");
        command.Add([.. options.History.All, keep, keepScans, dryRun]);
        bind(command, (invocation, parse) => RunAsync(invocation, (keep, keepScans), parse.GetValue(dryRun)));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, (Option<string> Keep, Option<string> Scans) options, bool dryRun)
    {
        var address = HistoryPlace.ReadRequired(invocation, "history prune");
        var rule = ReadRule(invocation, options);
        invocation.Settings.Check();

        await using var store = await HistoryPlace.OpenAsync(invocation, address!);
        var report = await store.PruneAsync(rule, dryRun, invocation.Cancellation);
        using var text = new PlainText(invocation.Surroundings);
        text.Line($"{(dryRun ? "Would go" : "Gone")}: scans: {report.Scans}, findings: {report.Findings}, image versions: {report.Versions}, images: {report.Images}, waivers: {report.Waivers}.");
        if (!dryRun) text.Line($"{store.Name}: {HistoryWords.Size(report.BytesBefore)} before, {HistoryWords.Size(report.BytesAfter)} now.");
        return ExitCode.Clean;
    }

    private static PruneRule ReadRule(Invocation invocation, (Option<string> Keep, Option<string> Scans) options)
    {
        var settings = invocation.Settings;
        if (!settings.IsOnCommandLine(options.Keep) && !settings.IsOnCommandLine(options.Scans))
            settings.Mistake("history prune needs to know what to keep: --keep 365d, or --keep-scans N, or both.");
        DateTimeOffset? since = settings.IsOnCommandLine(options.Keep) ? Duration.Before(invocation.Surroundings.Clock.GetUtcNow(), settings.Duration(options.Keep)) : null;
        return new PruneRule(since, settings.IsOnCommandLine(options.Scans) ? settings.Number(options.Scans, 1, int.MaxValue) : null);
    }
}
