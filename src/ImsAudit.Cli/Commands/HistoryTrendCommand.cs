using System.CommandLine;
using ImsAudit.Cli.Histories;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.History.Formats;

namespace ImsAudit.Cli.Commands;

/// <summary><c>history trend</c>: how compliance and findings went from period to period.</summary>
internal static class HistoryTrendCommand
{
    private const int MostPeriods = 1000;

    public static Command Create(CliOptions options, BindCommand bind)
    {
        var period = CliOption.One("--period", "DURATION", "The length of a period, such as 1d or 7d; its last complete scan stands for it.", "7d");
        var last = CliOption.One("--last", "N", "So many periods, up to now.", "12");
        var output = TableOutputs.Option();
        var command = new Command("trend", "Show compliance and findings over periods: a line of bars for each measure, or JSON, or CSV. Scans of other selections are shown apart.");
        command.Add([.. options.History.All, period, last, options.Policy.AsOf, output]);
        bind(command, (invocation, _) => RunAsync(invocation, (period, last), output));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, (Option<string> Period, Option<string> Last) options, Option<string[]> output)
    {
        var settings = invocation.Settings;
        var address = HistoryPlace.ReadRequired(invocation, "history trend");
        var outputs = new TableOutputs(invocation, output);
        var (length, count) = (settings.Duration(options.Period), settings.Number(options.Last, 1, MostPeriods));
        var until = settings.Time(settings.Options.Policy.AsOf) ?? invocation.Surroundings.Clock.GetUtcNow();
        settings.Check();

        await using var store = await HistoryPlace.OpenAsync(invocation, address!);
        var trend = await store.ReadAsync(reading => reading.TrendAsync(until, length, count, invocation.Cancellation), invocation.Cancellation);
        await outputs.WriteAsync(
            to =>
            {
                foreach (var series in trend) TrendTable.Write(to, series);
            },
            stream => HistoryJson.WriteTrend(stream, trend),
            (TrendTable.CsvHead, trend.SelectMany(TrendTable.CsvRows)));
        if (trend.Count == 0) invocation.Log.Info($"{store.Name} holds no scan of these {count} periods.");
        return ExitCode.Clean;
    }
}
