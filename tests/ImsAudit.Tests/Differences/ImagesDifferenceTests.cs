using ImsAudit.Differences;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Tests.Evaluation;

namespace ImsAudit.Tests.Differences;

public class ImagesDifferenceTests
{
    private const string Firmware = """ "require": { "field": "firmware", "equals": "uefi" } """;

    [Fact]
    public async Task Image_is_added_removed_changed_or_the_same()
    {
        var difference = await BetweenAsync([Golden("1", "uefi"), Golden("2", "uefi"), Golden("3", "uefi")], [Golden("2", "bios"), Golden("3", "uefi"), Golden("4", "uefi")]);

        difference.Added.Select(image => image.Id).ShouldBe(["4"]);
        difference.Removed.Select(image => image.Id).ShouldBe(["1"]);
        difference.Unchanged.ShouldBe(1);
        var changed = difference.Changed.ShouldHaveSingleItem();
        var field = changed.Fields.ShouldHaveSingleItem();
        (changed.Image.Id, changed.Image.Name).ShouldBe(("2", "golden-2"));
        (field.Field, field.Old.Raw, field.New.Raw).ShouldBe(("firmware", "\"uefi\"", "\"bios\""));
        field.Policies.ShouldBe(["p"]);
    }

    [Fact]
    public async Task Field_that_no_policy_reads_counts_only_when_all_are_asked_for()
    {
        Image[] old = [Some.Image("""{"id":"1","size":1,"gone":0,"same":[1, 2]}""")];
        Image[] @new = [Some.Image("""{"id":"1","size":2,"same":[1,2],"fresh":null}""")];

        (await BetweenAsync(old, @new)).Changed.ShouldBeEmpty();
        var fields = (await BetweenAsync(old, @new, all: true)).Changed.ShouldHaveSingleItem().Fields;

        fields.Select(field => (field.Field, field.Old.Raw, field.New.Raw)).ShouldBe([("gone", "0", "null"), ("size", "1", "2")]);
        fields.ShouldAllBe(field => field.Policies.Count == 0);
    }

    [Theory]
    [InlineData("""{"id":"1","firmware":"uefi"}""", """{ "firmware" : "\u0075efi" ,"id":"1"}""")]
    [InlineData("""{"id":"1","firmware":null}""", """{"id":"1"}""")]
    public async Task Same_value_written_otherwise_is_no_change(string old, string @new) =>
        (await BetweenAsync([Some.Image(old)], [Some.Image(@new)])).Changed.ShouldBeEmpty();

    [Fact]
    public async Task Order_of_tags_is_no_change()
    {
        const string Tagged = """ "require": { "field": "@tagKeys", "contains": "a" } """;
        Image[] old = [Some.Image("""{"id":"1","tags":["a=1","b=2"]}""")];

        (await BetweenAsync(old, [Some.Image("""{"id":"1","tags":["b=2","a=1"]}""")], policy: Tagged)).Changed.ShouldBeEmpty();
        (await BetweenAsync(old, [Some.Image("""{"id":"1","tags":["b=2","a=1"]}""")], policy: Tagged, all: true)).Changed.ShouldBeEmpty();
        (await BetweenAsync(old, [Some.Image("""{"id":"1","tags":["b=2"]}""")], policy: Tagged)).Changed.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Fields_of_groups_references_and_categories_are_read_too()
    {
        const string Refers = """ "categories": ["private"], "require": { "field": "parent", "refersTo": { "where": { "field": "golden", "equals": true } } } """;
        var old = Some.Image("""{"id":"1","golden":true}""", ImageCategory.SharedPending);
        var @new = Some.Image("""{"id":"1","golden":false}""", ImageCategory.SharedAccepted);

        (await BetweenAsync([old], [@new], policy: Refers)).Changed.Single().Fields.Select(field => field.Field).ShouldBe(["@categories", "golden"]);
        (await BetweenAsync([Golden("1", "a")], [Golden("1", "b")], policy: """ "group": { "by": ["firmware"], "require": { "count": 1 } } """)).Changed.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_not_seen_is_neither_added_nor_removed()
    {
        var failed = new SomeInventory { Failed = CategorySet.Of(ImageCategory.Private), Completeness = Completeness.Incomplete };

        var gone = await BetweenAsync(new SomeInventory(Golden("1", "uefi")), failed);
        var fresh = await BetweenAsync(failed, new SomeInventory(Golden("1", "uefi")));

        (gone.Removed.Count, gone.NotSeenSince.Single().Why).ShouldBe((0, Unseen.Failed));
        (fresh.Added.Count, fresh.NotSeenBefore.Single().Why).ShouldBe((0, Unseen.Failed));
    }

    [Fact]
    public async Task What_is_not_known_on_one_side_is_no_change_and_is_counted()
    {
        const string Shared = """ "require": { "field": "@members.count", "atMost": 0 } """;
        var json = """{"id":"1","owner":"project","visibility":"shared"}""";
        var asked = new Image(Some.Scope, CategorySet.Of(ImageCategory.Private), "1", System.Text.Encoding.UTF8.GetBytes(json)) { Members = ImageMembers.Of([]) };

        var difference = await BetweenAsync([Some.Image(json)], [asked], policy: Shared);

        difference.Changed.ShouldBeEmpty();
        difference.NotCompared.ShouldHaveSingleItem().ShouldBe(new UncomparedField("@members.count", 1));
    }

    [Fact]
    public async Task Values_that_only_a_sensitive_policy_reads_are_masked()
    {
        const string Sensitive = """ "sensitive": true, "require": { "field": "note.inner", "equals": "x" } """;

        foreach (var all in new[] { false, true })
        {
            var change = (await BetweenAsync([Some.Image("""{"id":"1","note":{"inner":"hush"}}""")], [Some.Image("""{"id":"1","note":{"inner":"hash"}}""")], policy: Sensitive, all: all)).Changed.Single().Fields.Single();
            (change.Old.Display, change.New.Display).ShouldBe(("***", "***"), $"{all}");
        }
    }

    [Fact]
    public async Task Name_is_masked_of_the_image_that_a_sensitive_policy_has_something_against()
    {
        const string Sensitive = """ "sensitive": true, "forbid": { "field": "name", "contains": "secret" } """;
        var difference = await BetweenAsync([], [Some.Image("""{"id":"1","name":"secret-7"}"""), Some.Image("""{"id":"2","name":"web"}""")], policy: Sensitive);
        var renamed = await BetweenAsync([Some.Image("""{"id":"1","name":"secret-7"}""")], [Some.Image("""{"id":"1","name":"web"}""")], policy: Sensitive);

        difference.Added.Select(image => image.Name).ShouldBe(["***", "web"]);
        renamed.Changed.Single().Image.Name.ShouldBe("***");
        renamed.Changed.Single().Fields.Single().Old.Display.ShouldBe("***");
    }

    [Fact]
    public async Task Value_that_looks_like_a_secret_is_masked_where_no_policy_reads_it()
    {
        var change = (await BetweenAsync([Some.Image("""{"id":"1","admin_password":"old"}""")], [Some.Image("""{"id":"1","admin_password":"new"}""")], all: true)).Changed.Single().Fields.Single();

        (change.Old.Display, change.New.Display).ShouldBe(("***", "***"));
    }

    [Fact]
    public async Task Lists_are_sorted_whatever_order_images_come_in()
    {
        Image[] images = [Golden("b", "uefi"), Golden("a", "uefi"), Golden("c", "uefi")];

        (await BetweenAsync([], images)).Added.Select(image => image.Id).ShouldBe(["a", "b", "c"]);
        (await BetweenAsync(images, [])).Removed.Select(image => image.Id).ShouldBe(["a", "b", "c"]);
    }

    private static Image Golden(string id, string firmware) => Some.Image($$"""{"id":"{{id}}","name":"golden-{{id}}","firmware":"{{firmware}}"}""");

    private static Task<ImagesDifference> BetweenAsync(Image[] old, Image[] @new, string policy = Firmware, bool all = false) =>
        BetweenAsync(new SomeInventory(old), new SomeInventory(@new), policy, all);

    private static async Task<ImagesDifference> BetweenAsync(SomeInventory old, SomeInventory @new, string policy = Firmware, bool all = false)
    {
        var policies = await Judged.PoliciesAsync(Judged.Policy(policy));
        return await ImagesDifference.BetweenAsync(old, @new, new ComparedFields(policies, all, Judged.AsOf), CancellationToken.None);
    }
}
