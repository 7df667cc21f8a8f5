using System.Text.Json;
using ImsAudit.Baselines;
using ImsAudit.Cli.Commands;
using ImsAudit.Cli.Histories;
using ImsAudit.Cli.Messages;
using ImsAudit.Cli.Selection;
using ImsAudit.Evaluation;
using ImsAudit.Evidence;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Reporting.Formats;
using ImsAudit.Results;
using ImsAudit.Snapshots;
using ImsAudit.Waivers;

namespace ImsAudit.Cli.Proving;

/// <summary>Makes a scan again from what was kept of it, and holds what comes out against what was kept.</summary>
/// <param name="folder">Whose files are as the manifest says, but for the result and the report.</param>
/// <param name="kept">The kept result: what is no matter of judging (run id, times, notes of the collection, ages) is taken from it.</param>
internal sealed class Remaking(Invocation invocation, string folder, AuditResult kept)
{
    /// <param name="told">Files that are known to be others than they were, and are not read.</param>
    public async Task<IReadOnlyList<EvidenceDifference>> DifferencesAsync(EvidenceManifest manifest, IReadOnlySet<string> told)
    {
        AuditResult again;
        try
        {
            again = await AuditAsync(manifest);
        }
        catch (Exception wrong) when (wrong is UserMistakeException or InputFileException or InputChangedException or ResultFormatException or JsonException or JsonRowException)
        {
            return [new(EvidenceNames.Result, $"cannot be made again: {wrong.Message.TrimEnd('.')}")];
        }
        var made = new (string Path, Action<Stream> Write)[]
        {
            (EvidenceNames.Manifest, stream => stream.Write(EvidenceManifest.Write(again, manifest.Files))),
            (EvidenceNames.Result, stream => ResultJson.Write(again, stream)),
            (EvidenceNames.Report, stream => ReportFormats.Find("html")!.Write(again, stream, EvidenceOutput.Page, invocation.Cancellation)),
        };
        return [.. made.Where(one => File.Exists(PathOf(one.Path)) && !told.Contains(one.Path)).Select(one => (one.Path, Line: Compare(one.Path, one.Write)))
            .Where(one => one.Line is not null).Select(one => new EvidenceDifference(one.Path, ProofSentences.OnLine(one.Line!.Value)))];
    }

    private string PathOf(string file) => Path.Combine(folder, file);

    private long? Compare(string path, Action<Stream> write)
    {
        using var file = File.OpenRead(PathOf(path));
        using var comparing = new ComparingStream(file);
        write(comparing);
        comparing.End();
        return comparing.DiffersOnLine;
    }

    private async Task<AuditResult> AuditAsync(EvidenceManifest manifest)
    {
        var settings = KeptOptions.Read(PathOf(EvidenceNames.Options), invocation.Settings.Options);
        var scan = invocation with { Settings = settings, Log = new Log(TextWriter.Null, quiet: true, verbose: false) };
        var loaded = await PolicyFiles.LoadAsync(settings, KeptPolicies.Read(folder), ScanOptions.DefaultPack);
        var policies = loaded is null ? null : new PolicySelection(settings).Choose(loaded);
        var options = ScanOptions.Read(scan);
        settings.Check();
        if (settings.IsGiven(settings.Options.Policy.AsOf) && options.AsOf != kept.Run.AsOf)
            throw new UserMistakeException($"{EvidenceNames.Options} says --as-of {SafeJson.Time(options.AsOf)}, and the result was judged as of {SafeJson.Time(kept.Run.AsOf)}");
        options = options with
        {
            Tool = kept.Tool,
            RunId = kept.Run.Id,
            AsOf = kept.Run.AsOf,
            StartedAt = kept.Run.StartedAt,
            WorkingFolder = null,
            Waivers = Has(manifest, EvidenceNames.Waivers) ? Waivers(policies!) : null,
            Baseline = Has(manifest, EvidenceNames.Baseline) ? new Baseline(ResultJson.Read(File.ReadAllBytes(PathOf(EvidenceNames.Baseline)), EvidenceNames.Baseline)) : null,
            Known = settings.IsGiven(settings.Options.History.History) ? KnownFromResult.Of(kept) : null,
        };
        using var inventory = await EvidenceOutput.OpenAsync(invocation, PathOf(EvidenceNames.Snapshot), KeptOptions.Given(settings));
        var again = await Audit.RunAsync(policies!, inventory, options, invocation.Surroundings.Clock, invocation.Cancellation);
        if (kept.Run.HistoryError is { } why) again = ScanHistory.Unwritten(again, why);
        return again with { Run = again.Run with { FinishedAt = kept.Run.FinishedAt, Notes = kept.Run.Notes } };
    }

    private static bool Has(EvidenceManifest manifest, string path) => manifest.Files.Any(file => file.Path == path);

    private WaiverFile Waivers(PolicySet policies)
    {
        var (waivers, errors) = WaiverFile.Read(EvidenceNames.Waivers, File.ReadAllBytes(PathOf(EvidenceNames.Waivers)), policies);
        return waivers ?? throw new UserMistakeException([.. errors.Select(error => error.ToString())]);
    }
}
