using ImsAudit.Cli.Histories;
using ImsAudit.Cli.Outputs;
using ImsAudit.History.Weekly;
using ImsAudit.Reporting.Weekly;

namespace ImsAudit.Cli.Commands;

/// <summary><c>report --history</c>: what changed in a period. 3 when it was not scanned, or not seen whole.</summary>
internal static class WeeklyReportCommand
{
    private const int MostPeriods = 1000;

    public static async Task<int> RunAsync(Invocation invocation)
    {
        var settings = invocation.Settings;
        if (!settings.IsGiven(settings.Options.History.History))
            settings.Mistake("report needs to know of what: a RESULT.json that a scan wrote, or --history FILE for what changed in a period.");
        foreach (var option in new[] { settings.Options.Output.ShowWaived, settings.Options.Output.CsvBom }.Where(settings.IsOnCommandLine))
            settings.Mistake($"{option.Name} shapes the report of one scan; leave it out with --history.");
        var address = HistoryPlace.Read(invocation);
        var outputs = new WeeklyOutputs(invocation);
        var request = Read(invocation);
        settings.Check();

        await using var store = await HistoryPlace.OpenAsync(invocation, address!);
        var report = await store.ReadAsync(reading => WeeklyQuery.RunAsync(reading, request, invocation.Cancellation), invocation.Cancellation);
        await outputs.WriteAsync(report);
        if (report.ExitCode != ExitCode.Clean) invocation.Log.Error(WeeklyVerdict.Of(report with { Language = "en" }).Sentences[0]);
        return report.ExitCode;
    }

    private static WeeklyRequest Read(Invocation invocation)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options.Period);
        var asOf = settings.Time(settings.Options.Policy.AsOf) ?? invocation.Surroundings.Clock.GetUtcNow();
        return new WeeklyRequest(asOf, settings.Duration(options.Period), settings.Number(options.Periods, 1, MostPeriods))
        {
            Tool = Product.Tool,
            Language = ScanOptions.Language(invocation),
            OwnerTag = settings.Text(options.OwnerTag)!,
        };
    }
}
