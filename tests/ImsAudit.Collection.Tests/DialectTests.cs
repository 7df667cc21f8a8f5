using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;

namespace ImsAudit.Collection.Tests;

public sealed class DialectTests
{
    private static readonly FakeImage[] Ims =
    [
        new("gold", null, ("__imagetype", "gold"), ("visibility", "public"), ("protected", "true"), ("owner", "huawei")),
        new("market", null, ("__imagetype", "market"), ("visibility", "public"), ("protected", "true"), ("owner", "seller")),
        new("mine", null, ("__imagetype", "private"), ("visibility", "private"), ("owner", "p1")),
        new("pending", "pending", ("__imagetype", "shared"), ("visibility", "shared"), ("owner", "p2")),
        new("accepted", "accepted", ("__imagetype", "shared"), ("visibility", "shared"), ("owner", "p2")),
        new("rejected", "rejected", ("__imagetype", "shared"), ("visibility", "shared"), ("owner", "p2")),
    ];

    private static readonly FakeImage[] OpenStack =
    [
        new("cirros", null, ("visibility", "public"), ("protected", "false"), ("owner", "admin")),
        new("mine", null, ("visibility", "private"), ("owner", "p1")),
        new("offered", "pending", ("visibility", "shared"), ("owner", "p2")),
    ];

    private static readonly FakeImage[] Hidden =
    [
        new("hidden-public", null, ("visibility", "public"), ("protected", "false"), ("owner", "admin"), ("os_hidden", "true")),
        new("hidden-mine", null, ("visibility", "private"), ("owner", "p1"), ("os_hidden", "true")),
        new("hidden-offer", "pending", ("visibility", "shared"), ("owner", "p2"), ("os_hidden", "true")),
    ];

    [Theory]
    [InlineData(ApiDialect.Ims)]
    [InlineData(ApiDialect.Auto)]
    public async Task Ims_is_asked_the_six_listings_of_the_page_and_nothing_else(ApiDialect dialect)
    {
        await using var server = new ScriptedServer(new PlainGlance(Ims).Answer);

        var collected = await CollectAsync(server, dialect);

        server.Requests.Select(request => request.Query).Order(StringComparer.Ordinal).ShouldBe([
            "__imagetype=gold&visibility=public&protected=true&limit=100",
            "__imagetype=market&limit=100",
            "member_status=accepted&visibility=shared&__imagetype=shared&limit=100",
            "member_status=pending&visibility=shared&__imagetype=shared&limit=100",
            "member_status=rejected&visibility=shared&__imagetype=shared&limit=100",
            "owner=p1&limit=100"]);
        collected.Result.Complete.ShouldBeTrue();
        collected.Result.Notes.ShouldBeEmpty();
        Told(collected).ShouldBe(["accepted: shared-accepted", "gold: public", "market: market", "mine: private", "pending: shared-pending", "rejected: shared-rejected"]);
    }

    [Fact]
    public async Task Glance_is_asked_without_imagetype_and_protected_and_without_a_market()
    {
        await using var server = new ScriptedServer(new PlainGlance(OpenStack).Answer);

        var collected = await CollectAsync(server, ApiDialect.Glance);

        server.Requests.Select(request => request.Query).Order(StringComparer.Ordinal).ShouldBe([
            "member_status=accepted&visibility=shared&limit=100",
            "member_status=accepted&visibility=shared&os_hidden=true&limit=100",
            "member_status=pending&visibility=shared&limit=100",
            "member_status=pending&visibility=shared&os_hidden=true&limit=100",
            "member_status=rejected&visibility=shared&limit=100",
            "member_status=rejected&visibility=shared&os_hidden=true&limit=100",
            "owner=p1&limit=100",
            "owner=p1&os_hidden=true&limit=100",
            "visibility=public&limit=100",
            "visibility=public&os_hidden=true&limit=100"]);
        collected.Result.Notes.ShouldHaveSingleItem().ShouldContain("no market");
        Told(collected).ShouldBe(["cirros: public", "mine: private", "offered: shared-pending"]);
    }

    [Fact]
    public async Task Auto_finds_a_plain_OpenStack_and_says_so()
    {
        await using var server = new ScriptedServer(new PlainGlance(OpenStack).Answer);

        var collected = await CollectAsync(server, ApiDialect.Auto);

        Told(collected).ShouldBe(["cirros: public", "mine: private", "offered: shared-pending"]);
        collected.Result.Complete.ShouldBeTrue();
        collected.Result.Notes.ShouldHaveSingleItem().ShouldStartWith("plain OpenStack Glance: ");
        collected.Result.Listings.Select(listing => listing.Query).ShouldBe([
            "owner=p1",
            "owner=p1&os_hidden=true",
            "member_status=pending&visibility=shared",
            "member_status=pending&visibility=shared&os_hidden=true",
            "member_status=accepted&visibility=shared",
            "member_status=accepted&visibility=shared&os_hidden=true",
            "member_status=rejected&visibility=shared",
            "member_status=rejected&visibility=shared&os_hidden=true",
            "visibility=public",
            "visibility=public&os_hidden=true"]);
    }

    [Fact]
    public async Task Auto_finds_a_plain_OpenStack_though_nothing_came_at_first()
    {
        await using var server = new ScriptedServer(new PlainGlance(OpenStack[..1]).Answer);

        var collected = await CollectAsync(server, ApiDialect.Auto);

        Told(collected).ShouldBe(["cirros: public"]);
        collected.Result.Notes.ShouldHaveSingleItem().ShouldStartWith("plain OpenStack Glance: ");
    }

    [Fact]
    public async Task Auto_believes_that_there_is_nothing_only_when_both_ways_say_so()
    {
        await using var server = new ScriptedServer(new PlainGlance([]).Answer);

        var collected = await CollectAsync(server, ApiDialect.Auto);

        collected.Images.ShouldBeEmpty();
        collected.Result.Complete.ShouldBeTrue();
        collected.Result.Listings.Count.ShouldBe(6);
        collected.Result.Notes.ShouldBeEmpty();
        server.Requests.ShouldContain(request => request.Query == "visibility=public&limit=100");
    }

    [Fact]
    public async Task Auto_is_incomplete_when_nothing_came_and_the_other_way_fails()
    {
        var empty = new PlainGlance([]);
        await using var server = new ScriptedServer(request => request.Query.StartsWith("visibility=public", StringComparison.Ordinal) ? Answer.Of(403) : empty.Answer(request));

        (await CollectAsync(server, ApiDialect.Auto)).Result.Complete.ShouldBeFalse();
    }

    [Fact]
    public async Task Auto_asks_all_listings_both_ways_once_an_image_without_imagetype_came()
    {
        var untyped = new FakeImage("old", null, ("visibility", "private"), ("owner", "p1"));
        await using var server = new ScriptedServer(new PlainGlance([.. Ims, .. OpenStack[..1], untyped]).Answer);

        var collected = await CollectAsync(server, ApiDialect.Auto);

        Told(collected).ShouldBe([
            "accepted: shared-accepted", "cirros: public", "gold: public", "market: market", "mine: private", "old: private", "pending: shared-pending", "rejected: shared-rejected"]);
        collected.Result.Notes.ShouldHaveSingleItem().ShouldContain("both with and without");
        collected.Result.Listings.Where(listing => listing.Category == ImageCategory.Public).Select(listing => listing.Query).ShouldBe([
            "__imagetype=gold&visibility=public&protected=true", "visibility=public", "visibility=public&os_hidden=true"]);
    }

    [Fact]
    public async Task Auto_asks_an_empty_listing_the_plain_way_before_it_is_believed()
    {
        var typedByHand = new FakeImage("typed", null, ("__imagetype", "gold"), ("visibility", "public"), ("protected", "false"), ("owner", "admin"));
        await using var server = new ScriptedServer(new PlainGlance([Ims[2], typedByHand]).Answer);

        var collected = await CollectAsync(server, ApiDialect.Auto);

        Told(collected).ShouldBe(["mine: private", "typed: public"]);
        collected.Result.Notes.ShouldHaveSingleItem().ShouldContain("gave nothing when asked as the API page says");
        collected[ImageCategory.Public].Query.ShouldBe("visibility=public");
    }

    [Theory]
    [InlineData(ApiDialect.Glance)]
    [InlineData(ApiDialect.Auto)]
    public async Task Hidden_images_of_a_plain_OpenStack_are_seen_in_listings_of_their_own(ApiDialect dialect)
    {
        await using var server = new ScriptedServer(new PlainGlance([.. OpenStack, .. Hidden]).Answer);

        var collected = await CollectAsync(server, dialect);

        Told(collected).ShouldBe(["cirros: public", "hidden-mine: private", "hidden-offer: shared-pending", "hidden-public: public", "mine: private", "offered: shared-pending"]);
        Listing(collected, "owner=p1&os_hidden=true").Images.ShouldBe(1);
        Listing(collected, "owner=p1").Images.ShouldBe(1);
    }

    [Fact]
    public async Task Auto_finds_a_plain_OpenStack_whose_images_are_all_hidden()
    {
        await using var server = new ScriptedServer(new PlainGlance(Hidden).Answer);

        Told(await CollectAsync(server, ApiDialect.Auto)).ShouldBe(["hidden-mine: private", "hidden-offer: shared-pending", "hidden-public: public"]);
    }

    [Theory]
    [InlineData(ApiDialect.Glance)]
    [InlineData(ApiDialect.Auto)]
    public async Task Hidden_images_that_cannot_be_asked_for_make_the_collection_incomplete(ApiDialect dialect)
    {
        var glance = new PlainGlance(OpenStack);
        await using var server = new ScriptedServer(request => request["os_hidden"] is null ? glance.Answer(request) : Answer.Of(400));

        var collected = await CollectAsync(server, dialect);

        collected.Result.Listings.ShouldAllBe(listing => listing.Complete != listing.Query.Contains("os_hidden"));
    }

    [Fact]
    public async Task Failed_market_stays_a_failure_on_what_looks_like_a_plain_OpenStack()
    {
        var glance = new PlainGlance(OpenStack);
        await using var server = new ScriptedServer(request => request["__imagetype"] == "market" ? Answer.Of(403) : glance.Answer(request));

        var collected = await CollectAsync(server, ApiDialect.Auto);

        collected[ImageCategory.Market].Complete.ShouldBeFalse();
    }

    [Fact]
    public async Task Image_of_two_listings_is_one_image_with_both_categories()
    {
        var both = new FakeImage("both", "pending", ("__imagetype", "shared"), ("visibility", "shared"), ("owner", "p2"));
        await using var server = new ScriptedServer(request => new PlainGlance([both with { MemberStatus = request["member_status"] }]).Answer(request));

        var collected = await CollectAsync(server, ApiDialect.Ims);

        Told(collected).ShouldBe(["both: shared-pending, shared-accepted, shared-rejected"]);
    }

    private static string[] Told(Collected collected) =>
        [.. collected.Images.Select(image => $"{image.Id}: {image.Categories}").Order(StringComparer.Ordinal)];

    private static Inventories.Listing Listing(Collected collected, string query) => collected.Result.Listings.Single(listing => listing.Query == query);

    private static Task<Collected> CollectAsync(ScriptedServer server, ApiDialect dialect) =>
        new Collect { Settings = Collect.Defaults with { Dialect = dialect, Categories = CategorySet.All } }.RunAsync(server.Url);
}
