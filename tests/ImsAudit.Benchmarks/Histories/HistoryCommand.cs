using System.Diagnostics;
using System.Globalization;
using ImsAudit.Evaluation;
using ImsAudit.Forecasts;
using ImsAudit.History;
using ImsAudit.History.Addresses;
using ImsAudit.History.Reading;
using ImsAudit.History.Recording;
using ImsAudit.History.Weekly;
using ImsAudit.Policies;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Weekly;
using ImsAudit.Results;

namespace ImsAudit.Benchmarks.Histories;

/// <summary>
/// <c>history FILE|postgres://… [IMAGES] [DAYS] [CHURN]</c>: daily scans of an estate that changes a little every day. How
/// large the history grows, how long each scan takes to store, and how long a week's questions take.
/// </summary>
internal static class HistoryCommand
{
    private const int Seed = 6;
    private static readonly DateTimeOffset s_firstDay = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(string[] arguments, TextWriter output)
    {
        var address = HistoryAddresses.Parse(arguments.Length > 0 ? arguments[0] : "history-benchmark.db", Environment.GetEnvironmentVariable, path => path);
        var (images, days, churn) = ((int)Number(arguments, 1, 20_000), (int)Number(arguments, 2, 365), Number(arguments, 3, 0.02));
        var (all, _) = await PolicyLoader.LoadAsync([BuiltInPolicies.Layer], [], "baseline");
        var policies = all!.Where(policy => policy.Enabled);
        await using var store = await HistoryStore.OpenAsync(address, create: true, CancellationToken.None);
        await output.WriteLineAsync(Line($"{images} images, {policies.Policies.Count} policies, churn {churn:P0}, {store.Name}"));
        await output.WriteLineAsync("| day | stored in | processor | findings open | opened | fixed | size |\n|---|---|---|---|---|---|---|");
        var estate = new ChangingEstate(images, Seed);
        var times = new List<(double Clock, double Processor)>();
        for (var day = 0; day < days; day++)
        {
            if (day > 0) estate.Change(churn, day);
            var scan = await JudgeAsync(store, policies, estate, s_firstDay.AddDays(day));
            var (stored, clock, processor) = await MeasureAsync(() => store.StoreAsync(scan, CancellationToken.None));
            times.Add((clock, processor));
            if (day is 0 or 1 or 6 or 29 or 89 or 179 || day == days - 1)
                await output.WriteLineAsync(Line($"| {day + 1} | {clock:0.000} s | {processor:0.000} s | {scan.Findings.Count} | {stored.Opened} | {stored.Fixed} | {Size(address)} |"));
        }
        if (days > 1) await output.WriteLineAsync(Line($"scans behind the first: median {Median(times.Skip(1).Select(time => time.Clock)):0.000} s, processor {Median(times.Skip(1).Select(time => time.Processor)):0.000} s"));
        await AskAsync(store, s_firstDay.AddDays(days), output);
    }

    private static async Task<ScanToStore> JudgeAsync(HistoryStore store, PolicySet policies, ChangingEstate estate, DateTimeOffset asOf)
    {
        var known = await store.ReadKnownAsync(estate, asOf, CancellationToken.None);
        var options = new AuditOptions { Tool = new ToolInfo("imsaudit", "0"), RunId = $"{asOf:yyyy-MM-dd}", AsOf = asOf, StartedAt = asOf, Known = known };
        var result = await Audit.RunAsync(policies, estate, options, TimeProvider.System);
        return new ScanToStore(result, estate, policies, [.. result.Findings.Select(SeenFinding.Of)]) { Forecast = await LookAheadAsync(policies, estate, asOf) };
    }

    private static async Task<SeenForecast> LookAheadAsync(PolicySet policies, ChangingEstate estate, DateTimeOffset asOf)
    {
        var plan = new ForecastPlan(policies, [], asOf);
        var due = new List<SeenDue>();
        await Forecast.RunAsync(plan, estate, one => due.Add(SeenDue.Of(one)), CancellationToken.None);
        return new SeenForecast(plan.Until, due);
    }

    private static async Task AskAsync(HistoryStore store, DateTimeOffset end, TextWriter output)
    {
        var week = new Period(end.AddDays(-7), end);
        var (findings, clock, processor) = await MeasureAsync(() => store.ReadAsync(read => read.FindingsAsync(week, CancellationToken.None), CancellationToken.None));
        await output.WriteLineAsync(Line($"{findings.Count} findings of the last week: {clock:0.000} s, processor {processor:0.000} s"));
        (var changes, clock, processor) = await MeasureAsync(() => store.ReadAsync(read => read.ImageChangesAsync(week, CancellationToken.None), CancellationToken.None));
        await output.WriteLineAsync(Line($"{changes.Count} changes of images of the last week: {clock:0.000} s, processor {processor:0.000} s"));
        (var trend, clock, processor) = await MeasureAsync(() => store.ReadAsync(read => read.TrendAsync(end, TimeSpan.FromDays(7), 12, CancellationToken.None), CancellationToken.None));
        await output.WriteLineAsync(Line($"trend of {trend[0].Points.Count} weeks: {clock:0.000} s, processor {processor:0.000} s"));
        await ReportAsync(store, end, output);
    }

    private static async Task ReportAsync(HistoryStore store, DateTimeOffset end, TextWriter output)
    {
        var request = new WeeklyRequest(end.AddTicks(-1), TimeSpan.FromDays(7), 12) { Tool = new ToolInfo("imsaudit", "0") };
        var (report, clock, processor) = await MeasureAsync(() => store.ReadAsync(read => WeeklyQuery.RunAsync(read, request, CancellationToken.None), CancellationToken.None));
        await output.WriteLineAsync(Line($"the weekly report, {report.Findings.Count} findings and {report.Forecast.Due.Count} due: {clock:0.000} s, processor {processor:0.000} s"));
        foreach (var format in WeeklyFormats.All)
        {
            using var page = new MemoryStream();
            (_, clock, processor) = await MeasureAsync(() =>
            {
                format.Write(report, page, ReportOptions.File, CancellationToken.None);
                return Task.FromResult(0);
            });
            await output.WriteLineAsync(Line($"as {format.Name}, {page.Length / 1e6:0.0} MB: {clock:0.000} s, processor {processor:0.000} s"));
        }
    }

    // On a machine that others use too, the time of our own process says more than the clock.
    private static async Task<(T Value, double Clock, double Processor)> MeasureAsync<T>(Func<Task<T>> work)
    {
        var (watch, busy) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var value = await work();
        return (value, watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - busy).TotalSeconds);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static double Number(string[] arguments, int at, double otherwise) => arguments.Length > at ? double.Parse(arguments[at], CultureInfo.InvariantCulture) : otherwise;

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Size(HistoryAddress address) => address is SqliteAddress file ? $"{new FileInfo(file.Path).Length / 1e6:0.0} MB" : "-";
}
