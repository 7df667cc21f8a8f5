using ImsAudit.History.Tests.Doubles;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Results;
using static ImsAudit.History.Tests.Doubles.SomeInventory;

namespace ImsAudit.History.Tests;

/// <summary>From when to when a finding is open, whatever scans could see.</summary>
[Collection(RealDatabases.Name)]
public sealed class FindingLifeTests(PostgresServer server)
{
    private static readonly ImageScope s_other = new("other cloud", "region", "project");

    [Theory, OnSqlite, OnPostgres]
    public async Task Finding_is_open_from_its_first_scan_until_one_that_does_not_find_it(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Bad("a"), Bad("b")));
        await scans.ScanAsync(7, new SomeInventory(Bad("a"), Bad("b")));
        var stored = await scans.ScanAsync(14, new SomeInventory(Bad("a"), Good("b")));

        (stored.Opened, stored.Fixed).ShouldBe((0, 1));
        (await scans.LivesAsync()).ShouldBe(["a p fail: 0-14", "b p fail: 0-7, fixed 14"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Finding_of_an_image_that_is_gone_is_fixed(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Bad("a"), Good("b")));
        await scans.ScanAsync(1, new SomeInventory(Good("b")));

        (await scans.LivesAsync()).ShouldBe(["a p fail: 0-0, fixed 1"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Finding_that_comes_back_is_a_new_interval_and_called_reopened(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Bad("a")));
        await scans.ScanAsync(1, new SomeInventory(Good("a")));
        var stored = await scans.ScanAsync(2, new SomeInventory(Bad("a")));

        (stored.Opened, stored.Reopened).ShouldBe((1, 1));
        (await scans.LivesAsync()).ShouldBe(["a p fail: 0-0, fixed 1", "a p fail: 2-2, reopened"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Scan_that_finds_the_same_writes_no_row_but_its_own(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Bad("a"), Good("b")));
        var before = await CountsAsync(scans);
        await scans.ScanAsync(1, new SomeInventory(Bad("a"), Good("b")));

        (await CountsAsync(scans)).ShouldBe(before);
        (await scans.RowsAsync("scan")).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Incomplete_scan_closes_nothing_where_its_listing_failed(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Bad("a"), Bad("m", ImageCategory.Market)));
        await scans.ScanAsync(1, new SomeInventory { Failed = CategorySet.Of(ImageCategory.Market) });

        (await scans.LivesAsync()).ShouldBe(["a p fail: 0-0, fixed 1", "m p fail: 0-0"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Incomplete_scan_closes_what_it_saw_pass_and_notes_what_it_saw_again(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Bad("a"), Bad("b"), Bad("c")));
        await scans.ScanAsync(1, new SomeInventory(Good("a"), Bad("b")) { Failed = CategorySet.Of(ImageCategory.Private) });

        (await scans.LivesAsync()).ShouldBe(["a p fail: 0-0, fixed 1", "b p fail: 0-1", "c p fail: 0-0"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Saved_responses_close_only_what_they_show_to_pass(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Bad("a"), Bad("b")) { Said = Completeness.NotKnown });
        await scans.ScanAsync(1, new SomeInventory(Good("a")) { Said = Completeness.NotKnown });

        (await scans.LivesAsync()).ShouldBe(["a p fail: 0-0, fixed 1", "b p fail: 0-0"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Scan_without_a_single_image_closes_nothing_though_its_listings_ended_well(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Bad("a")));
        await scans.ScanAsync(1, new SomeInventory());

        (await scans.LivesAsync()).ShouldBe(["a p fail: 0-0"]);
        (await scans.ChangesAsync()).Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Policy_that_a_scan_does_not_judge_by_keeps_its_findings(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server, Scans.Policy("p"), Scans.Policy("q"));
        await scans.ScanAsync(0, new SomeInventory(Bad("a")));
        scans.Policies = await Scans.PoliciesAsync(Scans.Policy("q"));
        await scans.ScanAsync(1, new SomeInventory(Good("a")));

        (await scans.LivesAsync()).ShouldBe(["a p fail: 0-0", "a q fail: 0-0, fixed 1"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Scans_of_other_clouds_and_categories_close_nothing(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Bad("a"), Bad("m", ImageCategory.Market)));
        await scans.ScanAsync(1, new SomeInventory(Bad("a", scope: s_other)) { Scope = s_other });
        await scans.ScanAsync(2, new SomeInventory(Good("x")) { Asked = CategorySet.Of(ImageCategory.Private) });

        (await scans.LivesAsync()).ShouldBe(["a p fail: 0-0, fixed 2", "m p fail: 0-0", "a p fail: 1-1"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Filtered_scan_decides_only_over_what_a_scan_with_its_filter_found(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Bad("whole")));
        await scans.ScanAsync(1, new SomeInventory(Bad("whole"), Bad("narrow")) { Filter = "name=n" });
        await scans.ScanAsync(2, new SomeInventory(Good("else")) { Filter = "name=n" });

        (await scans.LivesAsync()).ShouldBe(["whole p fail: 0-1", "narrow p fail: 1-1, fixed 2"]);
        await scans.ScanAsync(3, new SomeInventory(Good("else")));
        (await scans.LivesAsync()).ShouldBe(["whole p fail: 0-1, fixed 3", "narrow p fail: 1-1, fixed 2"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Run_that_is_stored_twice_is_one(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Bad("a")), "run");
        var again = await scans.ScanAsync(1, new SomeInventory(Good("a")), "run");

        again.AlreadyThere.ShouldBeTrue();
        (await scans.LivesAsync()).ShouldBe(["a p fail: 0-0"]);
        (await scans.RowsAsync("scan")).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Late_scan_is_listed_and_changes_nothing_that_a_later_one_saw(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(5, new SomeInventory(Bad("a"), Good("b")));
        await scans.ScanAsync(9, new SomeInventory(Bad("a"), Good("b")));
        var late = await scans.ScanAsync(7, new SomeInventory(Good("a"), Bad("b"), Bad("new")));

        (late.Late, late.Opened, late.Fixed).ShouldBe((true, 0, 0));
        (await scans.LivesAsync()).ShouldBe(["a p fail: 5-9"]);
        (await scans.ListAsync()).Select(scan => (scan.RunId, scan.Late)).ShouldBe([("day 5", false), ("day 7", true), ("day 9", false)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Scan_of_another_cloud_is_not_late_because_it_is_older(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(5, new SomeInventory(Bad("a")));
        var other = await scans.ScanAsync(3, new SomeInventory(Bad("a", scope: s_other)) { Scope = s_other });

        (other.Late, other.Opened).ShouldBe((false, 1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Outcomes_and_waivers_are_kept_with_their_days(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Bad("a")));
        scans.Waivers = """{ "waivers": [ { "policy": "p", "image": "a", "reason": "r", "owner": "o", "expires": "2026-01-10" } ] }""";
        await scans.ScanAsync(1, new SomeInventory(Bad("a")));
        await scans.ScanAsync(2, new SomeInventory(Bad("a")));
        var waived = (await scans.FindingsAsync()).Single();
        (waived.Outcome, waived.WaivedAt, waived.Waiver!.Note.Owner, waived.Waiver.State).ShouldBe((Outcome.Waived, Scans.Day(1), "o", "used"));

        await scans.ScanAsync(20, new SomeInventory(Bad("a")));
        var expired = (await scans.FindingsAsync()).Single();
        (expired.Outcome, expired.WaivedAt, expired.Waiver, expired.FirstSeen).ShouldBe((Outcome.Fail, null, null, Scans.Day(0)));
        var outcomes = await scans.Store.ReadAsync(reading => reading.OutcomesOfAsync(expired, CancellationToken.None), CancellationToken.None);
        outcomes.Select(change => (change.At, change.Outcome)).ShouldBe([(Scans.Day(0), Outcome.Fail), (Scans.Day(1), Outcome.Waived), (Scans.Day(20), Outcome.Fail)]);
        var waiver = (await scans.Store.ReadAsync(reading => Task.FromResult(reading.Waivers), CancellationToken.None)).Single();
        (waiver.State, waiver.FirstSeen, waiver.LastSeen).ShouldBe(("expired", Scans.Day(1), Scans.Day(20)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_said_of_images_together_is_another_thing_under_another_selection(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server, Scans.Policy("few", """ "group": { "by": ["x"], "require": { "count": { "atMost": 1 } } } """));
        await scans.ScanAsync(0, new SomeInventory(Bad("a"), Bad("b")));
        await scans.ScanAsync(1, new SomeInventory(Bad("c", scope: s_other), Bad("d", scope: s_other)) { Scope = s_other });
        await scans.ScanAsync(2, new SomeInventory(Bad("c", scope: s_other)) { Scope = s_other });

        (await scans.LivesAsync()).ShouldBe(["{\"x\":false} few fail: 0-0", "{\"x\":false} few fail: 1-1, fixed 2"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Policy_over_groups_that_could_not_be_decided_closes_nothing(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server, Scans.Policy("newest", """ "group": { "by": ["x"], "require": { "keepNewest": 1, "orderBy": "created_at" } } """));
        await scans.ScanAsync(0, new SomeInventory(Dated("old", 1), Dated("new", 2)));
        await scans.ScanAsync(1, new SomeInventory(Dated("old", 1), Dated("new", 2)) { Failed = CategorySet.Of(ImageCategory.Market) });

        (await scans.LivesAsync()).Where(life => life.StartsWith("old", StringComparison.Ordinal)).ShouldBe(["old newest fail: 0-0"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Known_are_the_findings_that_are_open_at_the_moment_of_the_scan(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Bad("a")));
        await scans.ScanAsync(5, new SomeInventory(Good("a"), Bad("b")));
        var inventory = new SomeInventory(Bad("a"), Bad("b"));

        (await NewAsync(3)).ShouldBe(["b"]);
        (await NewAsync(6)).ShouldBe(["a"]);

        async Task<string[]> NewAsync(double day)
        {
            var known = await scans.KnownAsync(day, inventory);
            return [.. (await scans.JudgeAsync(day, inventory)).Result.Findings.Select(known.Mark).Where(finding => finding.New).Select(finding => finding.Image!.Id)];
        }
    }

    private static Image Bad(string id, ImageCategory category = ImageCategory.Private, ImageScope? scope = null) => Image($$"""{"id":"{{id}}","name":"n","x":false}""", category, scope);

    private static Image Good(string id) => Image($$"""{"id":"{{id}}","name":"n","x":true}""");

    private static Image Dated(string id, int day) => Image($$"""{"id":"{{id}}","x":1,"created_at":"2025-01-0{{day}}T00:00:00Z"}""");

    private static async Task<(long, long, long, long)> CountsAsync(Scans scans) =>
        (await scans.RowsAsync("finding"), await scans.RowsAsync("image_version"), await scans.RowsAsync("coverage"), await scans.RowsAsync("place"));
}
