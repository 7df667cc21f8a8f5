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
