using ImsAudit.History.Addresses;
using ImsAudit.History.Databases;
using ImsAudit.History.Pruning;
using ImsAudit.History.Tests.Doubles;
using ImsAudit.Images;
using static ImsAudit.History.Tests.Doubles.SomeInventory;

namespace ImsAudit.History.Tests;

/// <summary>A scan is stored whole or not at all, by however many at once; schemas go forward; old scans go.</summary>
[Collection(RealDatabases.Name)]
public sealed class StoringTests(PostgresServer server)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Scan_that_breaks_off_half_way_leaves_the_history_as_it_was(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a","x":false}""")));
        var images = Enumerable.Range(0, 500).Select(number => Image($$"""{"id":"{{number}}","x":false}""")).ToList();
        var broken = new SomeInventory(images) { Break = (400, new InvalidOperationException("in the middle")) };

        await Should.ThrowAsync<InvalidOperationException>(() => scans.ScanAsync(1, broken));

        (await scans.RowsAsync("scan"), await scans.RowsAsync("image"), await scans.RowsAsync("finding")).ShouldBe((1, 1, 1));
        await scans.ScanAsync(1, new SomeInventory(images));
        (await scans.RowsAsync("scan"), await scans.RowsAsync("image"), await scans.RowsAsync("finding")).ShouldBe((2, 501, 501));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Scans_at_once_all_land(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(async () =>
        {
            await using var store = await HistoryStore.OpenAsync(scans.Address, create: true, CancellationToken.None);
            await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a","x":false}"""), Image($$"""{"id":"b{{number}}","x":false}""")), $"run {number}", store);
        })));

        (await scans.RowsAsync("scan")).ShouldBe(6);
        // Each saw an image of its own, which the next one did not find.
        (await scans.FindingsAsync()).Count(finding => finding.FixedAt is null).ShouldBe(2);
        (await scans.RowsAsync("finding")).ShouldBe(7);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Histories_made_at_once_are_one(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        var fresh = scans.Address is SqliteAddress file ? file with { Path = file.Path + "2" } : (HistoryAddress)server.NewDatabase();

        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => HistoryStore.OpenAsync(fresh, create: true, CancellationToken.None))));

        foreach (var store in stores) await store.DisposeAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Older_history_is_migrated_forward_with_what_is_in_it(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a","x":false}""")));

        await using var newer = await OpenAsync(scans, [.. HistorySchema.Steps, "ALTER TABLE scan ADD COLUMN remark TEXT; CREATE TABLE later (id {number})"]);

        (await scans.RowsAsync("later")).ShouldBe(0);
        (await scans.RowsAsync("scan WHERE remark IS NULL")).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Listings_of_an_older_history_are_known_since_its_first_complete_scan_of_them(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a"}""")) { Failed = CategorySet.Of(ImageCategory.Market) });
        await scans.ScanAsync(1, new SomeInventory(Image("""{"id":"a"}""")));
        await scans.ExecuteAsync("UPDATE listing SET known_since = NULL");
        HistoryDatabase database = new SqliteDatabase(new SqliteAddress("unused", "unused"));

        await scans.ExecuteAsync(HistorySchema.Statements(HistorySchema.Steps[2], database).Last());

        (await scans.RowsAsync($"listing WHERE known_since = {Moment.ToStore(Scans.Day(1))}")).ShouldBe(CategorySet.All.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Migration_that_fails_leaves_the_history_as_it_was(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);

        await Should.ThrowAsync<HistoryException>(() => OpenAsync(scans, [.. HistorySchema.Steps, "CREATE TABLE later (id {number}); ALTER TABLE nobody ADD COLUMN remark TEXT"]));

        await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a","x":false}""")));
        await using var retried = await OpenAsync(scans, [.. HistorySchema.Steps, "CREATE TABLE later (id {number})"]);
        (await scans.RowsAsync("later")).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Newer_history_is_refused_politely_and_left_alone(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await using (await OpenAsync(scans, [.. HistorySchema.Steps, "CREATE TABLE later (id {number})"]))
        {
        }

        var refused = await Should.ThrowAsync<HistoryException>(() => HistoryStore.OpenAsync(scans.Address, create: true, CancellationToken.None));

        refused.IsMistake.ShouldBeTrue();
        refused.Message.ShouldContain($"was written by a newer imsaudit (schema {HistorySchema.Steps.Count + 1}; this one knows {HistorySchema.Steps.Count}). Nothing in it was changed.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task History_that_is_not_there_is_not_made_by_reading(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        var nowhere = scans.Address is SqliteAddress file ? file with { Path = file.Path + "2" } : (HistoryAddress)server.NewDatabase();

        var missing = await Should.ThrowAsync<HistoryException>(() => HistoryStore.OpenAsync(nowhere, create: false, CancellationToken.None));

        missing.IsMistake.ShouldBeTrue();
        missing.Message.ShouldStartWith("There is no history at ");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Prune_by_age_forgets_old_scans_and_what_ended_before_the_rest(Database on)
    {
        await using var scans = await OldAndNewAsync(on);

        var report = await scans.Store.PruneAsync(new PruneRule(Scans.Day(50), Scans: null), dryRun: false, CancellationToken.None);

        (report.Scans, report.Findings, report.Versions, report.Images).ShouldBe((2, 1, 1, 1));
        (await scans.LivesAsync()).ShouldBe(["a p fail: 0-100"]);
        (await scans.ListAsync()).Select(scan => scan.RunId).ShouldBe(["day 90", "day 100"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Prune_by_count_keeps_the_latest(Database on)
    {
        await using var scans = await OldAndNewAsync(on);

        await scans.Store.PruneAsync(new PruneRule(Since: null, 1), dryRun: false, CancellationToken.None);

        (await scans.ListAsync()).Select(scan => scan.RunId).ShouldBe(["day 100"]);
        (await scans.Store.PruneAsync(new PruneRule(Since: null, 5), dryRun: false, CancellationToken.None)).Scans.ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Prune_that_is_dry_says_the_same_and_does_nothing(Database on)
    {
        await using var scans = await OldAndNewAsync(on);
        var rule = new PruneRule(Scans.Day(50), Scans: null);

        var dry = await scans.Store.PruneAsync(rule, dryRun: true, CancellationToken.None);

        (await scans.RowsAsync("scan"), await scans.RowsAsync("finding")).ShouldBe((4, 2));
        (await scans.Store.PruneAsync(rule, dryRun: false, CancellationToken.None) with { BytesBefore = 0, BytesAfter = 0 }).ShouldBe(dry with { BytesBefore = 0, BytesAfter = 0 });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Prune_forgets_what_is_open_where_nobody_looks_any_more(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server, Scans.Policy("p"), Scans.Policy("retired"));
        await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a","x":false}""")));
        scans.Policies = await Scans.PoliciesAsync(Scans.Policy("p"));
        await scans.ScanAsync(100, new SomeInventory(Image("""{"id":"a","x":false}""")));

        await scans.Store.PruneAsync(new PruneRule(Scans.Day(50), Scans: null), dryRun: false, CancellationToken.None);

        (await scans.LivesAsync()).ShouldBe(["a p fail: 0-100"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Trend_compares_only_scans_of_one_selection_that_were_complete(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(1, new SomeInventory(Image("""{"id":"a","x":false}"""), Image("""{"id":"b","x":true}""")));
        await scans.ScanAsync(2, new SomeInventory(Image("""{"id":"a","x":false}""")) { Failed = Images.CategorySet.Of(Images.ImageCategory.Private) });
        await scans.ScanAsync(9, new SomeInventory(Image("""{"id":"a","x":true}"""), Image("""{"id":"b","x":true}""")));
        await scans.ScanAsync(10, new SomeInventory(Image("""{"id":"z","x":true}""")) { Asked = Images.CategorySet.Of(Images.ImageCategory.Private) });

        var trend = await scans.Store.ReadAsync(reading => reading.TrendAsync(Scans.Day(14), TimeSpan.FromDays(7), 3, CancellationToken.None), CancellationToken.None);

        trend.Select(series => (series.Name, series.LeftOut)).ShouldBe([("cloud/region/project", 1), ("cloud/region/project (private)", 0)]);
        trend[0].Points.Select(point => point.Last?.Compliance).ShouldBe([null, 0.5, 1]);
        trend[0].Points.Select(point => (point.Opened, point.Fixed)).ShouldBe([(0, 0), (1, 0), (0, 1)]);
    }

    private static Task<HistoryStore> OpenAsync(Scans scans, IReadOnlyList<string> steps) => HistoryStore.OpenAsync(scans.Address, create: true, steps, CancellationToken.None);

    private async Task<Scans> OldAndNewAsync(Database on)
    {
        var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a","x":false}"""), Image("""{"id":"old","x":false}""")));
        foreach (var day in new[] { 40, 90, 100 }) await scans.ScanAsync(day, new SomeInventory(Image("""{"id":"a","x":false}""")));
        return scans;
    }
}
