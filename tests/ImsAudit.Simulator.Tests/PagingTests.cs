using System.Net;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Tests;

public sealed class PagingTests
{
    [Fact]
    public async Task Page_without_limit_holds_25_images_newest_first()
    {
        await using var served = new Served(Some.Estate(30));
        var ids = await served.IdsAsync();
        ids.Length.ShouldBe(25);
        ids[0].ShouldBe("image-000");
        ids[24].ShouldBe("image-024");
    }

    [Theory]
    [InlineData(SimulatorMode.Ims, 1)]
    [InlineData(SimulatorMode.Ims, 7)]
    [InlineData(SimulatorMode.Ims, 10)]
    [InlineData(SimulatorMode.Ims, 40)]
    [InlineData(SimulatorMode.Glance, 1)]
    [InlineData(SimulatorMode.Glance, 7)]
    [InlineData(SimulatorMode.Glance, 10)]
    [InlineData(SimulatorMode.Glance, 40)]
    public async Task Walk_with_any_page_size_meets_every_image_once(SimulatorMode mode, int limit)
    {
        await using var served = new Served(Some.Estate(30), mode);
        var ids = await served.WalkAsync($"limit={limit}");
        ids.ShouldBe(Enumerable.Range(0, 30).Select(i => $"image-{i:D3}"));
    }

    [Fact]
    public async Task Ims_last_page_that_is_full_has_no_next()
    {
        await using var served = new Served(Some.Estate(4));
        var first = await served.GetAsync("/v2/images?limit=2");
        var last = await served.GetAsync((string)first["next"]!);
        Served.Ids(last).Length.ShouldBe(2);
        last.ContainsKey("next").ShouldBeFalse();
    }

    [Fact]
    public async Task Glance_last_page_that_is_full_has_a_next_that_leads_to_an_empty_page()
    {
        await using var served = new Served(Some.Estate(4), SimulatorMode.Glance);
        var first = await served.GetAsync("/v2/images?limit=2");
        var last = await served.GetAsync((string)first["next"]!);
        Served.Ids(last).Length.ShouldBe(2);
        var beyond = await served.GetAsync((string)last["next"]!);
        Served.Ids(beyond).ShouldBeEmpty();
        beyond.ContainsKey("next").ShouldBeFalse();
    }

    [Fact]
    public async Task Ims_links_are_paths_with_isregistered_and_the_parameters_kept()
    {
        await using var served = new Served(Some.Estate(4));
        var page = await served.GetAsync("/v2/images?__imagetype=private&limit=2&name=");
        page["schema"]!.ToString().ShouldBe("/v2/schemas/images");
        page["first"]!.ToString().ShouldBe("/v2/images?__isregistered=true&__imagetype=private&limit=2&name=");
        var next = (string)(await served.GetAsync("/v2/images?__imagetype=private&limit=2"))["next"]!;
        next.ShouldBe("/v2/images?__isregistered=true&marker=image-001&__imagetype=private&limit=2");
    }

    [Fact]
    public async Task Ims_links_keep_what_needs_encoding_and_parameters_that_repeat()
    {
        await using var served = new Served(Some.Estate(1));
        var page = await served.GetAsync("/v2/images?tag=a%3Db&tag=%E9%95%9C+1&marker=image-000");
        page["first"]!.ToString().ShouldBe("/v2/images?__isregistered=true&tag=a%3Db&tag=%E9%95%9C%201");
    }

    [Fact]
    public async Task Glance_links_forget_all_but_the_last_of_a_parameter_that_repeats()
    {
        await using var served = new Served(Some.Estate(1), SimulatorMode.Glance);
        var page = await served.GetAsync("/v2/images?tag=a&tag=b&limit=5");
        page["first"]!.ToString().ShouldBe("/v2/images?tag=b&limit=5");
    }

    [Fact]
    public async Task Glance_link_without_parameters_is_the_bare_path()
    {
        await using var served = new Served(Some.Estate(1), SimulatorMode.Glance);
        (await served.GetAsync("/v2/images"))["first"]!.ToString().ShouldBe("/v2/images");
    }

    [Theory]
    [InlineData("1000")]
    [InlineData("5000")]
    [InlineData("99999999999")]
    public async Task Limit_above_1000_is_trimmed_but_kept_in_the_links(string limit)
    {
        await using var served = new Served(Some.Estate(1010));
        var page = await served.GetAsync($"/v2/images?limit={limit}");
        Served.Ids(page).Length.ShouldBe(1000);
        page["next"]!.ToString().ShouldContain($"limit={limit}");
    }

    [Theory]
    [InlineData(SimulatorMode.Ims)]
    [InlineData(SimulatorMode.Glance)]
    public async Task Limit_of_0_gives_an_empty_page_without_next(SimulatorMode mode)
    {
        await using var served = new Served(Some.Estate(3), mode);
        var page = await served.GetAsync("/v2/images?limit=0");
        Served.Ids(page).ShouldBeEmpty();
        page.ContainsKey("next").ShouldBeFalse();
    }

    [Theory]
    [InlineData("limit=many")]
    [InlineData("limit=")]
    [InlineData("limit=2.5")]
    [InlineData("limit=-1")]
    public async Task Limit_that_is_no_whole_number_or_negative_is_a_bad_request(string query)
    {
        await using var served = new Served(Some.Estate(3));
        await served.GetAsync($"/v2/images?{query}", HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(SimulatorMode.Ims)]
    [InlineData(SimulatorMode.Glance)]
    public async Task Marker_that_was_deleted_between_two_pages_is_a_bad_request(SimulatorMode mode)
    {
        await using var served = new Served(Some.Estate(10), mode);
        served.Client.DefaultRequestHeaders.Add("Accept", "application/json");
        var first = await served.GetAsync("/v2/images?limit=5");
        served.Server.Estate.Remove("image-004").ShouldBeTrue();
        var body = await served.GetAsync((string)first["next"]!, HttpStatusCode.BadRequest);
        body.ToJsonString().ShouldContain("image-004");
    }

    [Fact]
    public async Task Marker_that_is_no_longer_shared_is_forbidden()
    {
        await using var served = new Served(Some.Estate(
            Some.Shared("a", Some.Them, (Some.Us, MemberStatus.Accepted)), Some.Shared("b", Some.Them, (Some.Us, MemberStatus.Accepted))));
        var first = await served.GetAsync("/v2/images?limit=1&visibility=shared");
        served.Server.Estate.Share(Served.Ids(first)[0], Some.Us, null);
        var body = await served.GetAsync((string)first["next"]!, HttpStatusCode.Forbidden);
        ((int)body["error"]!["code"]!).ShouldBe(403);
    }

    [Fact]
    public async Task Marker_that_the_filter_leaves_out_is_still_a_place_to_begin_behind()
    {
        await using var served = new Served(Some.Estate(5));
        (await served.IdsAsync("marker=image-001&name=name of image-003")).ShouldBe(["image-003"]);
    }

    [Fact]
    public async Task Images_removed_and_added_are_seen_by_the_next_request()
    {
        await using var served = new Served(Some.Estate(3));
        (await served.IdsAsync()).Length.ShouldBe(3);
        served.Server.Estate.Remove("image-001");
        served.Server.Estate.Remove("image-001").ShouldBeFalse();
        served.Server.Estate.Put(Some.Image("new", json => json["created_at"] = "2027-01-01T00:00:00Z"));
        (await served.IdsAsync()).ShouldBe(["new", "image-000", "image-002"]);
    }
}
