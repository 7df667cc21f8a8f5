using System.Text;
using ImsAudit.History.Pruning;
using ImsAudit.History.Tests.Doubles;
using ImsAudit.History.Weekly;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Results;
using ImsAudit.Weekly;
using static ImsAudit.History.Tests.Doubles.SomeInventory;

namespace ImsAudit.History.Tests;

/// <summary>What a history says of a week. The first day is 2026-01-01; the week ends on day 14.</summary>
[Collection(RealDatabases.Name)]
public sealed class WeeklyTests(PostgresServer server)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Findings_are_new_back_still_open_or_fixed(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Bad("still"), Bad("gone"), Bad("back")));
        await scans.ScanAsync(5, new SomeInventory(Bad("still"), Bad("gone"), Good("back")));
        await scans.ScanAsync(10, new SomeInventory(Bad("still"), Good("gone"), Bad("back"), Bad("new"), Bad("brief")));
        await scans.ScanAsync(13, new SomeInventory(Bad("still"), Good("gone"), Bad("back"), Bad("new"), Good("brief")));

        var report = await ReportAsync(scans, 14);

        var all = WeeklyTally.All(report);
        (all.Open, all.New, all.Back, all.Still, all.Fixed).ShouldBe((3, 1, 1, 1, 2));
        (all.WorstAge, all.WorstTimeToFix, all.MeanTimeToFix).ShouldBe((TimeSpan.FromDays(14), TimeSpan.FromDays(10), TimeSpan.FromDays(6.5)));
        WeeklyTally.BySeverity(report).Select(tally => tally.Open).ShouldBe([0, 3, 0, 0, 0]);
        report.Findings.Single(finding => finding.IsNew && finding.IsOpen).Subject.Id.ShouldBe("new");
        (report.Completeness, report.ExitCode).ShouldBe((Completeness.Complete, 0));
    }

    /// <summary>Asked of an earlier week, the history says what it said then.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Later_scans_change_nothing_of_an_earlier_week(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(1, new SomeInventory(Bad("a"), Bad("b"), Made("p", ImageCategory.SharedPending)));
        await scans.ScanAsync(9, new SomeInventory(Bad("a"), Good("b"), Made("p", ImageCategory.SharedPending)));
        var before = Json(await ReportAsync(scans, 10));
        scans.Waivers = """{ "waivers": [ { "policy": "p", "image": "a", "reason": "r", "owner": "o", "expires": "2026-02-20" } ] }""";
        await scans.ScanAsync(12, new SomeInventory(Bad("a"), Made("p", ImageCategory.SharedAccepted)));
        await scans.ScanAsync(13, new SomeInventory());

        Json(await ReportAsync(scans, 10)).ShouldBe(before);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Same_history_gives_the_same_bytes(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(9, new SomeInventory(Bad("a"), Bad("b")));

        Json(await ReportAsync(scans, 14)).ShouldBe(Json(await ReportAsync(scans, 14)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Week_without_a_scan_is_incomplete_and_a_gap(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(1, new SomeInventory(Bad("a")));

        var report = await ReportAsync(scans, 14);

        (report.Completeness, report.ExitCode, report.Selections[0].State).ShouldBe((Completeness.Incomplete, 3, WeeklyState.NotScanned));
        report.Series[0].Points[^2].Last.ShouldNotBeNull();
        report.Series[0].Points[^1].Last.ShouldBeNull();
        report.Forecast.Until.ShouldBeNull();
        WeeklyTally.All(report).Open.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Week_of_incomplete_scans_is_a_gap_in_which_what_they_saw_was_opened(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(1, new SomeInventory(Bad("a")));
        await scans.ScanAsync(9, new SomeInventory(Bad("a"), Bad("b")) { Failed = CategorySet.All });

        var report = await ReportAsync(scans, 14);

        var point = report.Series[0].Points[^1];
        (point.Last, point.Scans, point.IncompleteScans, point.Opened).ShouldBe((null, 0, 1, 1));
        report.Selections[0].Notes.ShouldBeUnique();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Scan_of_the_very_moment_belongs_to_the_week_that_ends_with_it(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(7, new SomeInventory(Bad("a")));
        await scans.ScanAsync(14, new SomeInventory(Bad("a"), Bad("b")));

        var report = await ReportAsync(scans, 14);

        (report.ExitCode, report.Selections[0].Scans, WeeklyTally.All(report).New, WeeklyTally.All(report).Still).ShouldBe((0, 1, 1, 1));
        report.Series[0].Points.Select(point => point.Scans).TakeLast(3).ShouldBe([0, 1, 1]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Empty_history_is_incomplete(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);

        var report = await ReportAsync(scans, 14);

        (report.Completeness, report.ExitCode, report.Selections.Count, report.Series.Count).ShouldBe((Completeness.Incomplete, 3, 0, 0));
    }

    /// <summary>What a scan saw that came after one of a later moment is not in the history: no week of it is clean.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Week_that_ends_with_a_late_scan_is_incomplete(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(60, new SomeInventory(Good("a")));
        await scans.ScanAsync(9, new SomeInventory(Bad("a")));

        var report = await ReportAsync(scans, 14);

        (report.Completeness, report.ExitCode, report.Selections[0].State, report.Selections[0].LateScans).ShouldBe((Completeness.Incomplete, 3, WeeklyState.Late, 1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Late_scan_before_the_last_one_is_counted(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(9, new SomeInventory(Good("a")));
        await scans.ScanAsync(12, new SomeInventory(Good("a")));
        await scans.ScanAsync(10, new SomeInventory(Bad("a")));

        var report = await ReportAsync(scans, 14);

        (report.Completeness, report.Selections[0].State, report.Selections[0].LateScans).ShouldBe((Completeness.Complete, WeeklyState.Complete, 1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Policies_that_are_no_longer_judged_are_named(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server, Scans.Policy("p"), Scans.Policy("q"), Scans.Policy("r"));
        await scans.ScanAsync(3, new SomeInventory(Bad("a")));
        scans.Policies = await Scans.PoliciesAsync(Scans.Policy("q"), Scans.Policy("new"));
        await scans.ScanAsync(10, new SomeInventory(Bad("a")));

        var report = await ReportAsync(scans, 14);

        report.Selections[0].NotJudged.ShouldBe(["p", "r"]);
        report.Series[0].Points[^1].Last!.PolicySet.ShouldNotBe(report.Series[0].Points[^2].Last!.PolicySet);
    }

    /// <summary>As --fail-on-new and a comparison of the two scans say it.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Finding_of_which_a_waiver_ended_is_back_and_one_that_went_waived_was_not_fixed(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        scans.Waivers = """{ "waivers": [ { "policy": "p", "image": "ended", "reason": "r", "owner": "o", "expires": "2026-02-20" }, { "policy": "p", "image": "gone", "reason": "r", "owner": "o", "expires": "2026-02-20" } ] }""";
        await scans.ScanAsync(3, new SomeInventory(Bad("ended"), Bad("gone")));
        scans.Waivers = null;
        await scans.ScanAsync(9, new SomeInventory(Bad("ended")));

        var report = await ReportAsync(scans, 14);

        var all = WeeklyTally.All(report);
        (all.Open, all.New, all.Back, all.Still, all.Fixed, all.MeanTimeToFix).ShouldBe((1, 0, 1, 0, 0, null));
        report.Series[0].Points[^2].Opened.ShouldBe(0);
        (report.Series[0].Points[^1].Opened, report.Series[0].Points[^1].Fixed).ShouldBe((1, 0));
        report.Waivers.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Last_scan_of_the_week_decides_whether_it_was_seen(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(9, Broken());
        await scans.ScanAsync(10, new SomeInventory(Bad("a")));
        (await StateAsync(scans, 11)).ShouldBe((WeeklyState.Complete, 2, 1, 0));
        await scans.ScanAsync(12, Broken());

        (await StateAsync(scans, 14)).ShouldBe((WeeklyState.Incomplete, 3, 2, 3));
        (await ReportAsync(scans, 14)).Selections[0].Notes.ShouldContain("the listing failed");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Saved_responses_prove_nothing(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(9, new SomeInventory(Bad("a")) { Said = Completeness.NotKnown });

        var report = await ReportAsync(scans, 14);

        (report.Completeness, report.ExitCode).ShouldBe((Completeness.NotKnown, 0));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Selection_that_is_no_longer_scanned_is_missed_unless_a_wider_one_is(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(1, new SomeInventory(Bad("a")) { Asked = CategorySet.Of(ImageCategory.Private) });
        await scans.ScanAsync(2, new SomeInventory(Bad("b")) { Scope = new ImageScope("other", "region", "project") });
        await scans.ScanAsync(10, new SomeInventory(Bad("a")));

        var report = await ReportAsync(scans, 14);

        report.Selections.Select(selection => (selection.Name, selection.State)).ShouldBe(
            [("other/region/project", WeeklyState.NotScanned), ("cloud/region/project", WeeklyState.Complete), ("cloud/region/project (private)", WeeklyState.Covered)]);
        report.ExitCode.ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Projects_and_owners_are_told_apart(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(9, new SomeInventory(
            Image("""{"id":"a","x":false,"tags":["stage=prod","Owner=team-a"]}"""), Image("""{"id":"b","x":false,"tags":["owner.team-b"]}"""),
            Image("""{"id":"c","x":false,"tags":["owner"]}"""), Image("""{"id":"d","x":false,"tags":"owner=x"}"""), Image("""{"id":"e","x":false}""", ImageCategory.Public)));

        var report = await ReportAsync(scans, 14);

        WeeklyTally.ByOwner(report).Select(tally => (tally.Key, tally.Open)).ShouldBe([("", 3), ("team-a", 1), ("team-b", 1)]);
        WeeklyTally.ByPlace(report).Select(tally => (tally.Key, tally.Open)).ShouldBe([("cloud/region/project", 4), ("cloud/region", 1)]);
        (await ReportAsync(scans, 14, "stage")).Findings.Select(finding => finding.Subject.Owner).ShouldBe(["prod", null, null, null, null], ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Share_ledger_tells_what_waits_and_what_was_decided(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(1, new SomeInventory(Made("a", ImageCategory.SharedPending), Made("b", ImageCategory.SharedPending), Made("c", ImageCategory.SharedAccepted), Made("d", ImageCategory.SharedPending)));
        await scans.ScanAsync(10, new SomeInventory(Made("a", ImageCategory.SharedAccepted), Made("b", ImageCategory.SharedPending), Made("c", ImageCategory.SharedAccepted)));

        var shares = (await ReportAsync(scans, 14)).Shares;

        shares.Ledger.Select(share => (share.Subject.Id, share.Status, share.Before?.Status, share.From)).ShouldBe(
            [("b", "pending", null, "them"), ("a", "accepted", "pending", "them"), ("d", "withdrawn", "pending", "them")]);
        shares.Ledger[0].Since.ShouldBe(Scans.Day(1));
        shares.Standing[ImageCategory.SharedAccepted].ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Drift_is_an_image_of_the_same_id_that_is_another(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(1, new SomeInventory(
            Image("""{"id":"a","x":true,"protected":true,"checksum":"1"}"""), Image("""{"id":"b","x":true,"hw_firmware_type":"uefi"}"""), Image("""{"id":"c","x":true,"name":"old"}""")));
        await scans.ScanAsync(10, new SomeInventory(
            Image("""{"id":"a","x":true,"protected":false,"checksum":"2"}"""), Image("""{"id":"b","x":true}"""), Image("""{"id":"c","x":true,"name":"new"}""")));

        var drift = (await ReportAsync(scans, 14)).Drift;

        drift.Select(one => (one.Subject.Id, one.IsGolden, string.Join(' ', one.Fields.Select(field => $"{field.Name}:{field.Before?.Raw}>{field.After?.Raw}")))).ShouldBe(
            [("a", true, "checksum:\"1\">\"2\" protected:true>false"), ("b", false, "hw_firmware_type:\"uefi\">")]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Public_images_are_new_only_where_somebody_had_looked_before(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(8, new SomeInventory(Made("old", ImageCategory.Public), Made("mine", ImageCategory.Private)));
        await scans.ScanAsync(10, new SomeInventory(Made("old", ImageCategory.Public), Made("fresh", ImageCategory.Public), Made("mine", ImageCategory.Private)));

        var report = await ReportAsync(scans, 14);

        report.NewPublic.Select(image => image.Subject.Id).ShouldBe(["fresh"]);
        report.FirstPublic.ShouldBe(1);
    }

    /// <summary>Another selection that is looked at for the first time, in the same moment, tells nothing of this one.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Public_image_is_new_beside_the_first_look_at_another_region(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(8, new SomeInventory(Made("old", ImageCategory.Public)));
        await scans.ScanAsync(10, new SomeInventory(Made("old", ImageCategory.Public), Made("evil", ImageCategory.Public)), "here");
        var there = Here with { Region = "there" };
        await scans.ScanAsync(10, new SomeInventory(Image("""{"id":"theirs"}""", ImageCategory.Public, there)) { Scope = there }, "there");

        var report = await ReportAsync(scans, 14);

        report.NewPublic.Select(image => image.Subject.Id).ShouldBe(["evil"]);
        report.FirstPublic.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Public_images_are_not_new_where_the_first_scan_did_not_see_their_listing(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(8, new SomeInventory(Made("seen", ImageCategory.Public)) { Failed = CategorySet.Of(ImageCategory.Public) });
        await scans.ScanAsync(9, new SomeInventory(Made("seen", ImageCategory.Public), Made("old", ImageCategory.Public)));
        await scans.ScanAsync(10, new SomeInventory(Made("old", ImageCategory.Public), Made("new", ImageCategory.Public)));
        await scans.ScanAsync(11, new SomeInventory(Made("old", ImageCategory.Public)));
        await scans.ScanAsync(12, new SomeInventory(Made("old", ImageCategory.Public), Made("new", ImageCategory.Public)));

        var report = await ReportAsync(scans, 14);

        report.NewPublic.Select(image => (image.Subject.Id, image.At)).ShouldBe([("new", Scans.Day(10))]);
        report.FirstPublic.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pruned_history_makes_no_old_image_a_new_public_one(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(1, new SomeInventory(Published("a", 1), Published("b", 1)));
        await scans.ScanAsync(8, new SomeInventory(Published("a", 2), Published("b", 2)));
        await scans.ScanAsync(10, new SomeInventory(Published("a", 3), Published("b", 2)));
        await scans.ScanAsync(12, new SomeInventory(Published("a", 3), Published("b", 3), Published("c", 1)));
        await scans.Store.PruneAsync(new PruneRule(Scans.Day(11), Scans: null), dryRun: false, CancellationToken.None);

        var report = await ReportAsync(scans, 14);

        report.NewPublic.Select(image => image.Subject.Id).ShouldBe(["c"]);
        report.FirstPublic.ShouldBe(0);
        report.Drift.Select(drift => drift.Subject.Id).ShouldBe(["b"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_due_stands_there_until_it_has_come(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server, Scans.Policy("young", """ "require": { "field": "created_at", "newerThan": "100d" } """));
        await scans.ScanAsync(10, new SomeInventory(Image("""{"id":"a","created_at":"2025-10-10T00:00:00Z"}"""), Image("""{"id":"b","created_at":"2025-12-10T00:00:00Z"}""")));

        var forecast = (await ReportAsync(scans, 14)).Forecast;
        forecast.Due.Select(due => (due.Subject.Id, due.By.ToString("O"))).ShouldBe([("a", "2026-01-18"), ("b", "2026-03-20")]);
        (forecast.Within(Scans.Day(14), 30).Count, forecast.Until, forecast.Missing.Count).ShouldBe((1, Scans.Day(100), 0));
        await scans.ScanAsync(20, new SomeInventory(Image("""{"id":"a","created_at":"2025-10-10T00:00:00Z"}"""), Image("""{"id":"b","created_at":"2025-12-10T00:00:00Z"}""")));

        var later = await ReportAsync(scans, 21);
        later.Forecast.Due.Select(due => due.Subject.Id).ShouldBe(["b"]);
        later.Findings.ShouldHaveSingleItem().Subject.Id.ShouldBe("a");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Waivers_that_run_out_are_told_with_what_they_cover(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        scans.Waivers = """
            { "waivers": [
              { "policy": "p", "image": "a", "reason": "r", "owner": "soon", "expires": "2026-01-20" },
              { "policy": "p", "image": "b", "reason": "r", "owner": "late", "expires": "2027-01-20" },
              { "policy": "p", "image": "b", "reason": "r", "owner": "over", "expires": "2026-01-05" } ] }
            """;
        await scans.ScanAsync(10, new SomeInventory(Bad("a"), Bad("b")));

        var report = await ReportAsync(scans, 14);

        report.Waivers.Select(waiver => (waiver.Note.Owner, waiver.DaysLeft, waiver.Covers)).ShouldBe([("over", -10, 0), ("soon", 5, 1)]);
        WeeklyTally.All(report).Waived.ShouldBe(2);
        WeeklyTally.All(report).Open.ShouldBe(0);
    }

    private static async Task<(WeeklyState, int, int, int)> StateAsync(Scans scans, double day)
    {
        var report = await ReportAsync(scans, day);
        var selection = report.Selections.ShouldHaveSingleItem();
        return (selection.State, selection.Scans, selection.IncompleteScans, report.ExitCode);
    }

    private static Task<WeeklyReport> ReportAsync(Scans scans, double day, string ownerTag = "owner")
    {
        var request = new WeeklyRequest(Scans.Day(day), TimeSpan.FromDays(7), 12) { Tool = new ToolInfo("imsaudit", "0"), OwnerTag = ownerTag };
        return scans.Store.ReadAsync(reading => WeeklyQuery.RunAsync(reading, request, CancellationToken.None), CancellationToken.None);
    }

    private static string Json(WeeklyReport report)
    {
        using var output = new MemoryStream();
        WeeklyJson.Write(report, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static SomeInventory Broken() => new(Bad("a")) { Failed = CategorySet.Of(ImageCategory.Market) };

    private static Image Bad(string id) => Image($$"""{"id":"{{id}}","x":false}""");

    private static Image Good(string id) => Image($$"""{"id":"{{id}}","x":true}""");

    private static Image Published(string id, int checksum) => Image($$"""{"id":"{{id}}","x":true,"checksum":"{{checksum}}"}""", ImageCategory.Public);

    private static Image Made(string id, ImageCategory category) => Image($$"""{"id":"{{id}}","x":true,"owner":"them"}""", category);
}
