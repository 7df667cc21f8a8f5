using System.CommandLine;
using ImsAudit.Cli.Histories;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Proving;
using ImsAudit.Cli.Selection;
using ImsAudit.Cli.Sources;
using ImsAudit.Evaluation;
using ImsAudit.History.Recording;
using ImsAudit.Results;

namespace ImsAudit.Cli.Commands;

/// <summary><c>scan</c>: collect or read, evaluate, write reports, exit.</summary>
internal static class ScanCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var command = new Command("scan", "Collect images (or read a snapshot), evaluate policies, write reports, and exit by what was found.");
        command.Add([.. options.Source.All, .. options.Policy.All, .. options.Waiver.All, .. options.Output.All, .. options.Gate.All, .. options.History.All]);
        bind(command, (invocation, _) => RunAsync(invocation));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var settings = invocation.Settings;
        var source = ImageSource.Of(invocation);
        var policies = await PolicySelection.ReadAsync(invocation, ScanOptions.DefaultPack);
        var outputs = new ReportOutputs(invocation);
        var options = ScanOptions.Read(invocation) with
        {
            Waivers = await WaiverSelection.ReadAsync(invocation, policies),
            Baseline = BaselineSelection.Read(invocation),
        };
        var snapshot = settings.Text(settings.Options.Output.SaveSnapshot) is { } file ? new SnapshotOutput(invocation, file) : null;
        using var evidence = EvidenceOutput.Read(invocation);
        var address = HistoryPlace.Read(invocation);
        settings.Check();

        MembersAdvice.Say(invocation, source, policies!);
        snapshot?.Probe();
        evidence?.Open();
        using var reports = outputs.Open();
        var unsorted = settings.Flag(settings.Options.Output.Unsorted);
        if (unsorted && snapshot is null && address is null && await LineScan.TryAsync(invocation, source, (policies!, options), reports) is { } quick) return ScanVerdict.Say(invocation.Log, quick);
        await using var history = await ScanHistory.OpenAsync(invocation, address);
        var inventory = evidence is null ? await source.OpenAsync() : await evidence.KeepAsync(await source.OpenAsync());
        using var owned = inventory as IDisposable;
        var written = snapshot is null ? null : await snapshot.WriteAsync(inventory);
        options = options with { Known = await history.ReadKnownAsync(inventory, options.AsOf) };
        async Task<AuditResult> AuditAsync(Action<Finding>? found)
        {
            var judged = await Audit.RunAsync(policies!, inventory, options with { Stream = found is null ? null : history.Watch(found) }, invocation.Surroundings.Clock, invocation.Cancellation);
            // A result names the snapshot that holds what it judged, be it read or just written.
            if (written is not null) judged = judged with { Run = judged.Run with { SnapshotSha256 = written } };
            var scan = new ScanToStore(judged, inventory, policies!, []) { Waivers = [.. options.Waivers?.Waivers.Select(waiver => waiver.Note) ?? []] };
            return await history.PrepareAsync(scan with { Forecast = await history.LookAheadAsync(policies!, inventory, options) });
        }
        if (unsorted) return ScanVerdict.Say(invocation.Log, await reports.StreamAsync(inventory, AuditAsync, history.CommitAsync));
        var result = await AuditAsync(found: null);
        if (evidence is not null) await evidence.WriteAsync(result, policies!, options);
        var told = await reports.WriteAsync(result, history.CommitAsync, invocation.Cancellation);
        if (evidence is not null && told != result) await evidence.WriteAsync(told, policies!, options);
        evidence?.Commit();
        return ScanVerdict.Say(invocation.Log, told);
    }
}
