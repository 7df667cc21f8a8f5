using System.Text.Json.Nodes;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>The traps are really there: without these, the tests of the product would prove nothing.</summary>
[Collection(RealServers.Name)]
public sealed class ServerBehaviourTests(RealGlanceFixture real)
{
    [RealGlanceFact]
    public async Task Last_page_that_is_exactly_full_is_followed_by_an_empty_one()
    {
        using var alice = await AliceAsync();

        var pages = await PagesAsync(alice, $"/v2/images?owner={real.Cloud.Project("alpha")}&limit=25");

        pages.ShouldBe([25, 25, 25, 25, 0]);
    }

    [RealGlanceFact]
    public async Task Share_listing_returns_ones_own_shared_out_images_too()
    {
        using var alice = await AliceAsync();

        var page = await alice.GetAsync("/v2/images?member_status=pending&visibility=shared&__imagetype=shared&limit=1000");

        page["images"]!.AsArray().Select(image => (string)image!["owner"]!).ShouldContain(real.Cloud.Project("alpha"));
    }

    [RealGlanceFact]
    public async Task Deleted_marker_answers_with_an_error()
    {
        using var carol = await OpenStackClient.SignInAsync(real.Cloud, real.Cloud.Ims, "carol", "gamma");
        var id = await carol.CreateAsync(EstateImages.Ims("private", 1));
        await carol.DeleteAsync(id);

        var failed = await Should.ThrowAsync<HttpRequestException>(() => carol.GetAsync("/v2/images?limit=1&marker=" + id));

        failed.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    [RealGlanceFact]
    public async Task Hidden_images_are_in_no_listing_that_does_not_ask_for_them()
    {
        using var alice = await OpenStackClient.SignInAsync(real.Cloud, real.Cloud.Plain, "alice", "alpha");
        var hidden = real.Plain.In("private").Where(image => image.Sent.ContainsKey("os_hidden")).Select(image => image.Id).ToList();

        var asUsual = await alice.GetAsync($"/v2/images?owner={real.Cloud.Project("alpha")}&limit=1000");
        var asked = await alice.GetAsync($"/v2/images?owner={real.Cloud.Project("alpha")}&limit=1000&os_hidden=true");

        Ids(asUsual).ShouldNotContain(id => hidden.Contains(id));
        Ids(asked).ShouldBe(hidden, ignoreOrder: true);
    }

    /// <summary>The API page's listings, asked for by hand, give what the other tests expect.</summary>
    [RealGlanceTheory]
    [InlineData("public", "__imagetype=gold&visibility=public&protected=true")]
    [InlineData("market", "__imagetype=market")]
    [InlineData("shared-pending", "member_status=pending&visibility=shared&__imagetype=shared")]
    [InlineData("shared-accepted", "member_status=accepted&visibility=shared&__imagetype=shared")]
    [InlineData("shared-rejected", "member_status=rejected&visibility=shared&__imagetype=shared")]
    public async Task Listing_of_the_API_page_returns_what_was_put_in(string category, string query)
    {
        using var alice = await AliceAsync();

        var page = await alice.GetAsync($"/v2/images?{query}&limit=1000");

        NotOwned(page).ShouldBe(real.Ims.In(category).Select(image => image.Id), ignoreOrder: true);
    }

    [RealGlanceTheory]
    [InlineData("public", "visibility=public")]
    [InlineData("shared-pending", "member_status=pending&visibility=shared")]
    [InlineData("shared-accepted", "member_status=accepted&visibility=shared")]
    [InlineData("shared-rejected", "member_status=rejected&visibility=shared")]
    public async Task Listing_of_a_plain_Glance_returns_what_was_put_in(string category, string query)
    {
        using var alice = await OpenStackClient.SignInAsync(real.Cloud, real.Cloud.Plain, "alice", "alpha");

        var page = await alice.GetAsync($"/v2/images?{query}&limit=1000");

        NotOwned(page).ShouldBe(real.Plain.In(category).Where(image => !image.Sent.ContainsKey("os_hidden")).Select(image => image.Id), ignoreOrder: true);
    }

    private static IEnumerable<string> Ids(JsonNode page) => page["images"]!.AsArray().Select(image => (string)image!["id"]!);

    private IEnumerable<string> NotOwned(JsonNode page) => page["images"]!.AsArray()
        .Where(image => (string)image!["owner"]! != real.Cloud.Project("alpha")).Select(image => (string)image!["id"]!);

    private Task<OpenStackClient> AliceAsync() => OpenStackClient.SignInAsync(real.Cloud, real.Cloud.Ims, "alice", "alpha");

    private static async Task<IReadOnlyList<int>> PagesAsync(OpenStackClient client, string? next)
    {
        var pages = new List<int>();
        while (next is not null)
        {
            JsonNode page = await client.GetAsync(next);
            pages.Add(page["images"]!.AsArray().Count);
            next = (string?)page["next"];
        }
        return pages;
    }
}
