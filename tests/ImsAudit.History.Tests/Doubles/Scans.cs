using System.Text;
using ImsAudit.Baselines;
using ImsAudit.Evaluation;
using ImsAudit.Forecasts;
using ImsAudit.History.Addresses;
using ImsAudit.History.Databases;
using ImsAudit.History.Reading;
using ImsAudit.History.Recording;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Waivers;

namespace ImsAudit.History.Tests.Doubles;

/// <summary>A history of a test's own, and scans that are judged as the program judges them and stored into it.</summary>
internal sealed class Scans : IAsyncDisposable
{
    public static readonly DateTimeOffset FirstDay = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("imsaudit-history-").FullName;

    private Scans(HistoryAddress? address) => Address = address ?? new SqliteAddress(Path.Combine(_folder, "history.db"), "history.db");

    public HistoryAddress Address { get; }

    public HistoryStore Store { get; private set; } = null!;

    public PolicySet Policies { get; set; } = null!;

    /// <summary>A waiver file's JSON.</summary>
    public string? Waivers { get; set; }

    /// <summary>Scans keep what is due, as those of the program do.</summary>
    public bool LooksAhead { get; set; } = true;

    public static async Task<Scans> NewAsync(Database on, PostgresServer server, params string[] policies)
    {
        var scans = new Scans(on == Database.Postgres ? server.NewDatabase() : null);
        scans.Store = await HistoryStore.OpenAsync(scans.Address, create: true, CancellationToken.None);
        scans.Policies = await PoliciesAsync(policies.Length > 0 ? policies : [Policy("p")]);
        return scans;
    }

    /// <summary>Fails images of which x is false.</summary>
    public static string Policy(string id, string members = """ "require": { "field": "x", "equals": true } """) =>
        $$"""{ "id": "{{id}}", "title": "Title of {{id}}", "severity": "high", {{members}} }""";

    public static async Task<PolicySet> PoliciesAsync(params string[] policies)
    {
        var files = policies.Select((json, index) => new PolicyFile($"p{index}.policy.json", PolicyFileKind.Policy, Encoding.UTF8.GetBytes(json)));
        var (set, errors) = await PolicyLoader.LoadAsync([new PolicyLayer("test", [.. files])], []);
        errors.Select(error => error.ToString()).ShouldBeEmpty();
        return set!;
    }

    public static DateTimeOffset Day(double day) => FirstDay.AddDays(day);

    /// <summary>A scan of a day, with the run id "day".</summary>
    public async Task<StoredScan> ScanAsync(double day, SomeInventory inventory, string? runId = null, HistoryStore? store = null)
    {
        var scan = await JudgeAsync(day, inventory, runId);
        return await (store ?? Store).StoreAsync(scan, CancellationToken.None);
    }

    public async Task<ScanToStore> JudgeAsync(double day, SomeInventory inventory, string? runId = null)
    {
        var waivers = Waivers is null ? null : WaiverFile.Read("waivers.json", Encoding.UTF8.GetBytes(Waivers), Policies).Waivers;
        var options = new AuditOptions { Tool = new ToolInfo("imsaudit", "0"), RunId = runId ?? $"day {day}", AsOf = Day(day), StartedAt = Day(day), Waivers = waivers };
        // Judging does not break where storing is to.
        var result = await Audit.RunAsync(Policies, inventory with { Break = null }, options, TimeProvider.System);
        return new ScanToStore(result, inventory, Policies, [.. result.Findings.Select(SeenFinding.Of)])
        {
            Waivers = [.. waivers?.Waivers.Select(waiver => waiver.Note) ?? []],
            Forecast = LooksAhead ? await LookAheadAsync(day, inventory with { Break = null }, waivers) : null,
        };
    }

    private async Task<SeenForecast> LookAheadAsync(double day, SomeInventory inventory, WaiverFile? waivers)
    {
        var plan = new ForecastPlan(Policies, waivers?.Waivers ?? [], Day(day));
        var due = new List<SeenDue>();
        await Forecast.RunAsync(plan, inventory, one => due.Add(SeenDue.Of(one)), CancellationToken.None);
        return new SeenForecast(plan.Until, due);
    }

    public Task<KnownFindings> KnownAsync(double day, IInventory inventory) => Store.ReadKnownAsync(inventory, Day(day), CancellationToken.None);

    public Task<IReadOnlyList<FindingInterval>> FindingsAsync() => Store.ReadAsync(reading => reading.FindingsAsync(HistoryReading.Always, CancellationToken.None), CancellationToken.None);

    public Task<IReadOnlyList<PastScan>> ListAsync() => Store.ReadAsync(reading => reading.ScansAsync(HistoryReading.Always, CancellationToken.None), CancellationToken.None);

    public Task<IReadOnlyList<ImageChange>> ChangesAsync() => Store.ReadAsync(reading => reading.ImageChangesAsync(HistoryReading.Always, CancellationToken.None), CancellationToken.None);

    /// <summary>Each interval as "image: first seen-last seen, fixed at", in days.</summary>
    public async Task<IReadOnlyList<string>> LivesAsync() =>
        [.. (await FindingsAsync()).OrderBy(finding => finding.FirstSeen).ThenBy(finding => finding.Image?.Id, StringComparer.Ordinal).Select(Describe)];

    /// <summary>How many rows a table has.</summary>
    public Task<long> RowsAsync(string table) => InSessionAsync(session => session.CountAsync($"SELECT COUNT(*) FROM {table}", [], CancellationToken.None));

    public Task<int> ExecuteAsync(string sql) => InSessionAsync(async session =>
    {
        var rows = await session.ExecuteAsync(sql, [], CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);
        return rows;
    });

    private async Task<T> InSessionAsync<T>(Func<Session, Task<T>> work)
    {
        HistoryDatabase database = Address is PostgresAddress postgres ? new PostgresDatabase(postgres) : new SqliteDatabase((SqliteAddress)Address);
        await using var owned = database;
        var connection = await database.ConnectAsync(create: false, CancellationToken.None);
        await using var session = await Session.BeginAsync(connection, () => database.BeginWritingAsync(connection, CancellationToken.None));
        return await work(session);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Describe(FindingInterval finding)
    {
        var subject = finding.Image?.Id ?? finding.Group;
        var end = finding.FixedAt is { } at ? $", fixed {Days(at)}" : "";
        return $"{subject} {finding.Policy} {finding.Outcome.Name()}: {Days(finding.FirstSeen)}-{Days(finding.LastSeen)}{end}{(finding.Reopened ? ", reopened" : "")}";
    }

    private static double Days(DateTimeOffset time) => (time - FirstDay).TotalDays;
}
