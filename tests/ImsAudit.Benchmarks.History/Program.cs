using System.Diagnostics;
using System.Globalization;
using ImsAudit.Benchmarks.History;
using ImsAudit.Evaluation;
using ImsAudit.History;
using ImsAudit.History.Addresses;
using ImsAudit.History.Reading;
using ImsAudit.History.Recording;
using ImsAudit.Policies;
using ImsAudit.Results;

// A year of daily scans: how large the history grows, and how long each scan takes to store.
// history FILE|postgres://... [IMAGES] [DAYS] [CHURN]
var address = HistoryAddresses.Parse(args.Length > 0 ? args[0] : "history-benchmark.db", Environment.GetEnvironmentVariable, path => path);
var images = Number(1, 20_000);
var days = (int)Number(2, 365);
var churn = Number(3, 0.02);

var (all, _) = await PolicyLoader.LoadAsync([BuiltInPolicies.Layer], [], "baseline");
var policies = all!.Where(policy => policy.Enabled);
var estate = new GeneratedEstate((int)images, seed: 6);
await using var store = await HistoryStore.OpenAsync(address, create: true, CancellationToken.None);
var (stores, cpu) = (new List<double>(), new List<double>());
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{images} images, {policies.Policies.Count} policies, churn {churn:P0}, {store.Name}"));
Console.WriteLine("| day | stored in | processor | known in | findings open | opened | fixed | size |");
Console.WriteLine("|---|---|---|---|---|---|---|---|");
for (var day = 0; day < days; day++)
{
    if (day > 0) estate.Change(churn, day);
    var asOf = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day);
    var watch = Stopwatch.StartNew();
    var known = await store.ReadKnownAsync(estate, asOf, CancellationToken.None);
    var knownIn = watch.Elapsed.TotalSeconds;
    var options = new AuditOptions { Tool = new ToolInfo("imsaudit", "0"), RunId = $"day {day}", AsOf = asOf, StartedAt = asOf, Known = known };
    var result = await Audit.RunAsync(policies, estate, options, TimeProvider.System);
    var scan = new ScanToStore(result, estate, policies, [.. result.Findings.Select(SeenFinding.Of)]);
    // On a machine that others use too, the time of our own process says more than the clock.
    var busy = Environment.CpuUsage.TotalTime;
    watch.Restart();
    var stored = await store.StoreAsync(scan, CancellationToken.None);
    stores.Add(watch.Elapsed.TotalSeconds);
    cpu.Add((Environment.CpuUsage.TotalTime - busy).TotalSeconds);
    if (day is 0 or 1 or 6 or 29 or 89 or 179 || day == days - 1)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {day + 1} | {stores[^1]:0.000} s | {cpu[^1]:0.000} s | {knownIn:0.000} s | {result.Findings.Count} | {stored.Opened} | {stored.Fixed} | {Size(address)} |"));
}
var later = stores.Skip(1).Order().ToList();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first scan {stores[0]:0.000} s; later scans: median {later[later.Count / 2]:0.000} s, 95 % within {later[(int)(later.Count * 0.95)]:0.000} s, slowest {later[^1]:0.000} s; processor time: median {cpu.Skip(1).Order().ElementAt((days - 1) / 2):0.000} s"));

var end = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(days);
var reading = Stopwatch.StartNew();
var week = await store.ReadAsync(read => read.FindingsAsync(new Period(end.AddDays(-7), end), CancellationToken.None), CancellationToken.None);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{week.Count} findings of the last week in {reading.Elapsed.TotalSeconds:0.000} s"));
reading.Restart();
var changes = await store.ReadAsync(read => read.ImageChangesAsync(new Period(end.AddDays(-7), end), CancellationToken.None), CancellationToken.None);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{changes.Count} image changes of the last week in {reading.Elapsed.TotalSeconds:0.000} s"));
reading.Restart();
await store.ReadAsync(read => read.TrendAsync(end, TimeSpan.FromDays(7), 12, CancellationToken.None), CancellationToken.None);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"trend of 12 weeks in {reading.Elapsed.TotalSeconds:0.000} s"));

double Number(int at, double otherwise) => args.Length > at ? double.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;

static string Size(HistoryAddress address) => address is SqliteAddress file && File.Exists(file.Path) ? $"{new FileInfo(file.Path).Length / 1e6:0.0} MB" : "-";
