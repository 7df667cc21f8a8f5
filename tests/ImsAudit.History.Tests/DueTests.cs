using ImsAudit.History.Reading;
using ImsAudit.History.Tests.Doubles;
using ImsAudit.Images;
using static ImsAudit.History.Tests.Doubles.SomeInventory;

namespace ImsAudit.History.Tests;

/// <summary>What is kept of forecasts. The first day is 2026-01-01.</summary>
[Collection(RealDatabases.Name)]
public sealed class DueTests(PostgresServer server)
{
    private static readonly string s_young = Scans.Policy("young", """ "require": { "field": "created_at", "newerThan": "100d" } """);

    [Theory, OnSqlite, OnPostgres]
    public async Task Due_finding_is_kept_once_and_until_it_is_no_longer_due(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server, s_young);
        for (var day = 0; day < 5; day++) await scans.ScanAsync(day, new SomeInventory(Made("a", "2025-10-01"), Made("b", "2025-12-01")));
        await scans.ScanAsync(5, new SomeInventory(Made("b", "2025-12-01")));

        (await scans.RowsAsync("due")).ShouldBe(2);
        (await DueAsync(scans, 4)).ShouldBe(["a young 2026-01-10", "b young 2026-03-12"]);
        (await DueAsync(scans, 5)).ShouldBe(["b young 2026-03-12"]);
        (await DueAsync(scans, -1)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Due_finding_of_another_day_takes_the_place_of_the_one_before(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server, s_young);
        await scans.ScanAsync(0, new SomeInventory(Made("a", "2025-10-01")));
        await scans.ScanAsync(1, new SomeInventory(Made("a", "2025-11-01")) { Failed = CategorySet.Of(ImageCategory.Private) });

        (await DueAsync(scans, 1)).ShouldBe(["a young 2026-02-10"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_an_incomplete_scan_did_not_see_stays_due(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server, s_young);
        await scans.ScanAsync(0, new SomeInventory(Made("a", "2025-10-01")));
        await scans.ScanAsync(1, new SomeInventory { Failed = CategorySet.Of(ImageCategory.Private) });

        (await DueAsync(scans, 1)).ShouldBe(["a young 2026-01-10"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Scan_by_other_policies_or_of_something_else_leaves_what_is_due(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server, s_young);
        await scans.ScanAsync(0, new SomeInventory(Made("a", "2025-10-01")));
        await scans.ScanAsync(1, new SomeInventory { Asked = CategorySet.Of(ImageCategory.Public) });
        scans.Policies = await Scans.PoliciesAsync(Scans.Policy("other"));
        await scans.ScanAsync(2, new SomeInventory());

        (await DueAsync(scans, 2)).ShouldBe(["a young 2026-01-10"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Late_scan_changes_nothing_that_is_due(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server, s_young);
        await scans.ScanAsync(3, new SomeInventory(Made("a", "2025-10-01")));
        await scans.ScanAsync(1, new SomeInventory(Made("b", "2025-10-01")));

        (await DueAsync(scans, 3)).ShouldBe(["a young 2026-01-10"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Waiver_that_runs_out_is_kept_with_what_it_covers(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        scans.Waivers = """{ "waivers": [ { "policy": "p", "image": "a", "reason": "r", "owner": "o", "expires": "2026-01-20" } ] }""";
        await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a","x":false}""")));

        var due = (await PastDueAsync(scans, 0)).ShouldHaveSingleItem();
        (due.By, due.Expiring!.Note.Owner, due.Image!.Id).ShouldBe((new DateOnly(2026, 1, 21), "o", "a"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Scan_that_did_not_look_ahead_says_so(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server, s_young);
        await scans.ScanAsync(0, new SomeInventory(Made("a", "2025-10-01")));
        scans.LooksAhead = false;
        await scans.ScanAsync(1, new SomeInventory(Made("a", "2025-10-01")));

        (await scans.ListAsync()).Select(scan => scan.ForecastUntil).ShouldBe([Scans.Day(90), null]);
    }

    private static Image Made(string id, string day) => Image($$"""{"id":"{{id}}","created_at":"{{day}}T12:00:00Z"}""");

    private static async Task<IEnumerable<string>> DueAsync(Scans scans, double day) =>
        (await PastDueAsync(scans, day)).Select(due => $"{due.Image!.Id} {due.Policy.Id} {due.By:yyyy-MM-dd}");

    private static Task<IReadOnlyList<PastDue>> PastDueAsync(Scans scans, double day) => scans.Store.ReadAsync(reading => reading.DueAsync(Scans.Day(day), CancellationToken.None), CancellationToken.None);
}
