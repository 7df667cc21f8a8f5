using ImsAudit.History.Reading;
using ImsAudit.History.Tests.Doubles;
using ImsAudit.Images;
using static ImsAudit.History.Tests.Doubles.SomeInventory;

namespace ImsAudit.History.Tests;

/// <summary>What a history knows of images, and what it takes for a change.</summary>
[Collection(RealDatabases.Name)]
public sealed class ImageVersionTests(PostgresServer server)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Image_with_another_field_that_is_kept_is_a_new_version(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a","protected":true,"x":1,"other":1}""")));
        await scans.ScanAsync(1, new SomeInventory(Image("""{"id":"a","protected":true,"x":1,"other":2}""")));
        await scans.ScanAsync(2, new SomeInventory(Image("""{"id":"a","protected":false,"x":1,"other":2}""")));

        var changes = await scans.ChangesAsync();
        changes.Select(change => (change.Kind, change.At)).ShouldBe([(ImageChangeKind.Appeared, Scans.Day(0)), (ImageChangeKind.Changed, Scans.Day(2))]);
        changes[1].Fields.Select(field => (field.Field, field.Before?.Raw, field.After?.Raw)).ShouldBe([("protected", "true", "false")]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task White_space_and_the_order_of_tags_are_no_change(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a","tags":["one","two"]}""")));
        await scans.ScanAsync(1, new SomeInventory(Image("""{"tags": [ "two", "one" ], "id": "a"}""")));

        (await scans.RowsAsync("image_version")).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Policy_that_reads_another_field_makes_no_other_images(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a","x":true,"y":1}""")));
        scans.Policies = await Scans.PoliciesAsync(Scans.Policy("q", """ "require": { "field": "y", "exists": true } """));
        await scans.ScanAsync(1, new SomeInventory(Image("""{"id":"a","x":true,"y":1}""")));
        (await scans.RowsAsync("image_version")).ShouldBe(1);

        await scans.ScanAsync(2, new SomeInventory(Image("""{"id":"a","x":true,"y":2}""")));
        (await scans.ChangesAsync())[^1].Fields.Select(field => field.Field).ShouldBe(["y"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Image_that_is_gone_comes_back_as_the_same_image(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a"}"""), Image("""{"id":"b"}""")));
        await scans.ScanAsync(1, new SomeInventory(Image("""{"id":"b"}""")));
        await scans.ScanAsync(2, new SomeInventory(Image("""{"id":"a"}"""), Image("""{"id":"b"}""")));

        (await scans.ChangesAsync()).Where(change => change.Image.Id == "a").Select(change => change.Kind)
            .ShouldBe([ImageChangeKind.Appeared, ImageChangeKind.Gone, ImageChangeKind.Returned]);
        (await scans.RowsAsync("image")).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Image_is_not_gone_because_its_listing_failed(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a"}"""), Image("""{"id":"b"}""")));
        await scans.ScanAsync(1, new SomeInventory(Image("""{"id":"b"}""")) { Failed = CategorySet.Of(ImageCategory.Private) });

        (await scans.ChangesAsync()).ShouldAllBe(change => change.Kind == ImageChangeKind.Appeared);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Values_that_a_sensitive_policy_reads_are_not_kept(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server, Scans.Policy("p", """ "sensitive": true, "require": { "field": "secret", "exists": true } """));
        await scans.ScanAsync(0, new SomeInventory(Image("""{"id":"a","secret":"hunter2"}""")));
        await scans.ScanAsync(1, new SomeInventory(Image("""{"id":"a","secret":"hunter3"}""")));

        var image = (await scans.ChangesAsync()).Single().Image;
        image.Fields["secret"].Raw.ShouldBe("\"***\"");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Name_is_masked_only_of_an_image_that_a_sensitive_policy_has_something_against(Database on)
    {
        var sensitive = Scans.Policy("s", """ "sensitive": true, "forbid": { "field": "name", "contains": "key-" } """);
        var plain = Scans.Policy("p", """ "require": { "field": "name", "exists": true } """);
        await using var scans = await Scans.NewAsync(on, server, sensitive, plain);
        var images = new SomeInventory(Image("""{"id":"a","name":"key-of-a"}"""), Image("""{"id":"b","name":"plain"}"""));
        await scans.ScanAsync(0, images);
        // Also when the policy that found the secret does not judge any more.
        scans.Policies = await Scans.PoliciesAsync(plain);
        await scans.ScanAsync(1, images);

        (await scans.ChangesAsync()).Select(change => (change.Image.Id, change.Image.Name)).ShouldBe([("a", "***"), ("b", "plain")]);
        scans.Policies = await Scans.PoliciesAsync(sensitive, plain);
        await scans.ScanAsync(2, new SomeInventory(Image("""{"id":"a","name":"renamed"}"""), Image("""{"id":"b","name":"plain"}""")));
        (await scans.ChangesAsync())[^1].Image.Name.ShouldBe("renamed");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Share_ledger_tells_since_when_a_share_is_pending_accepted_or_rejected(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        await scans.ScanAsync(0, new SomeInventory(Shared("s", ImageCategory.SharedPending), Image("""{"id":"own"}""")));
        await scans.ScanAsync(1, new SomeInventory(Shared("s", ImageCategory.SharedPending, "renamed"), Image("""{"id":"own"}""")));
        await scans.ScanAsync(2, new SomeInventory(Shared("s", ImageCategory.SharedAccepted, "renamed"), Image("""{"id":"own"}""")));
        await scans.ScanAsync(3, new SomeInventory(Shared("s", ImageCategory.SharedAccepted, "renamed"), Image("""{"id":"own"}""")));

        var ledger = await scans.Store.ReadAsync(reading => reading.SharesAsync(CancellationToken.None), CancellationToken.None);
        ledger.Select(share => (share.Image.Owner, share.Status, share.Since, share.LastSeen, share.Until)).ShouldBe(
        [
            ("them", ImageCategory.SharedPending, Scans.Day(0), Scans.Day(1), Scans.Day(2)),
            ("them", ImageCategory.SharedAccepted, Scans.Day(2), Scans.Day(3), (DateTimeOffset?)null),
        ]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Hostile_text_is_kept_as_far_as_a_database_can_and_stops_nothing(Database on)
    {
        await using var scans = await Scans.NewAsync(on, server);
        const string Json = """{"id":"a\u0000'; DROP TABLE scan; --","name":"\u0000\ud800 \u202e'\" <script> \ud83d\ude00","x":false}""";
        await scans.ScanAsync(0, new SomeInventory(Image(Json)));
        await scans.ScanAsync(1, new SomeInventory(Image(Json)));

        var finding = (await scans.FindingsAsync()).Single();
        finding.Image!.Id.ShouldBe("a\uFFFD'; DROP TABLE scan; --");
        finding.Image.Name.ShouldBe("\0\uFFFD \u202e'\" <script> \ud83d\ude00");
        (await scans.RowsAsync("image_version")).ShouldBe(1);
    }

    private static Image Shared(string id, ImageCategory category, string name = "n") => Image($$"""{"id":"{{id}}","name":"{{name}}","owner":"them","x":true}""", category);
}
