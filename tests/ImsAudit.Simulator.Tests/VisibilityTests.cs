using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Tests;

public sealed class VisibilityTests
{
    private const string Gold = "__imagetype=gold&visibility=public&protected=true";
    private const string Shares = "visibility=shared&__imagetype=shared&member_status=";

    [Theory]
    [InlineData("", "accepted,market,private,public,shared-out")]
    [InlineData($"owner={Some.Us}", "private,shared-out")]
    [InlineData("visibility=private", "private")]
    [InlineData("visibility=public", "market,public")]
    [InlineData(Gold, "public")]
    [InlineData("__imagetype=market", "market")]
    [InlineData("__imagetype=private", "private")]
    [InlineData("__imagetype=shared", "accepted,shared-out")]
    [InlineData("visibility=shared", "accepted")]
    [InlineData(Shares + "accepted", "accepted")]
    [InlineData(Shares + "pending", "pending")]
    [InlineData(Shares + "rejected", "rejected")]
    [InlineData("visibility=shared&member_status=all", "accepted,pending,rejected")]
    [InlineData("__isregistered=false", "")]
    public async Task Ims_listing_shows_what_the_api_page_says(string query, string expected)
    {
        await using var served = new Served(Estate());
        string.Join(',', (await served.IdsAsync(query)).Order()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("", "accepted,market,private,public,shared-out,unregistered")]
    [InlineData("visibility=shared&member_status=pending", "pending,shared-out")]
    [InlineData("visibility=shared", "accepted,shared-out")]
    [InlineData("visibility=private", "private,unregistered")]
    [InlineData("__imagetype=gold", "public")]
    [InlineData("__isregistered=false", "unregistered")]
    [InlineData("visibility=community", "community")]
    [InlineData("visibility=all", "accepted,community,market,private,public,shared-out,unregistered")]
    public async Task Glance_listing_shows_ones_own_shared_images_among_the_shared(string query, string expected)
    {
        await using var served = new Served(Estate(), SimulatorMode.Glance);
        string.Join(',', (await served.IdsAsync(query)).Order()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("", "shown")]
    [InlineData("os_hidden=false", "shown")]
    [InlineData("os_hidden=true", "hidden,hidden-too")]
    [InlineData($"os_hidden=True&owner={Some.Us}&name=name of hidden", "hidden")]
    public async Task Glance_shows_hidden_images_only_to_those_who_ask_for_them(string query, string expected)
    {
        await using var served = new Served(EstateWithHidden(), SimulatorMode.Glance);
        string.Join(',', (await served.IdsAsync(query)).Order()).ShouldBe(expected);
    }

    [Fact]
    public async Task Glance_refuses_an_os_hidden_that_is_no_boolean()
    {
        await using var served = new Served(EstateWithHidden(), SimulatorMode.Glance);
        using var answer = await served.Client.GetAsync(new Uri("/v2/images?os_hidden=perhaps", UriKind.Relative));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    /// <summary>The API page does not know the parameter: a property like any other.</summary>
    [Fact]
    public async Task Ims_hides_nothing_for_os_hidden()
    {
        await using var served = new Served(EstateWithHidden());
        (await served.IdsAsync()).Order().ShouldBe(["hidden", "hidden-too", "shown"]);
    }

    private static SimulatedEstate EstateWithHidden() => Some.Estate(
        Some.Image("shown"),
        Some.Image("hidden", json => json["os_hidden"] = true),
        Some.Image("hidden-too", json => json["os_hidden"] = "True"));

    [Fact]
    public async Task Another_project_sees_its_own_side_of_the_shares()
    {
        await using var served = new Served(Estate());
        served.Client.DefaultRequestHeaders.Add("X-Project-Id", Some.Them);
        (await served.IdsAsync($"owner={Some.Them}")).Order().ShouldBe(["accepted", "foreign", "pending", "rejected"]);
        (await served.IdsAsync(Shares + "pending")).ShouldBe(["shared-out"]);
        (await served.IdsAsync($"owner={Some.Us}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Share_that_is_answered_moves_to_the_other_listing()
    {
        await using var served = new Served(Estate());
        served.Server.Estate.Share("pending", Some.Us, MemberStatus.Accepted).ShouldBeTrue();
        (await served.IdsAsync(Shares + "pending")).ShouldBeEmpty();
        (await served.IdsAsync(Shares + "accepted")).Order().ShouldBe(["accepted", "pending"]);
        served.Server.Estate.Share("no such image", Some.Us, MemberStatus.Accepted).ShouldBeFalse();
    }

    [Fact]
    public async Task Deleted_images_are_never_listed_and_failed_ones_not_by_glance()
    {
        var estate = Some.Estate(
            Some.Image("killed", json => json["status"] = "killed"), Some.Image("deleted", json => json["status"] = "deleted"));
        await using var ims = new Served(estate);
        (await ims.IdsAsync()).ShouldBe(["killed"]);
        await using var glance = new Served(estate, SimulatorMode.Glance);
        (await glance.IdsAsync()).ShouldBeEmpty();
    }

    private static SimulatedEstate Estate() => Some.Estate(
        Some.Image("private"),
        Some.Image("unregistered", json => json["__isregistered"] = "false"),
        Some.Shared("shared-out", Some.Us, (Some.Them, MemberStatus.Pending)),
        Foreign("public", "public", "gold"),
        Foreign("market", "public", "market"),
        Foreign("community", "community", "private"),
        Some.Image("foreign", json => json["owner"] = Some.Them),
        Some.Shared("accepted", Some.Them, (Some.Us, MemberStatus.Accepted)),
        Some.Shared("pending", Some.Them, (Some.Us, MemberStatus.Pending)),
        Some.Shared("rejected", Some.Them, (Some.Us, MemberStatus.Rejected)));

    private static SimulatedImage Foreign(string id, string visibility, string type) => Some.Image(id, json =>
    {
        json["owner"] = "33333333333333333333333333333333";
        json["visibility"] = visibility;
        json["__imagetype"] = type;
        json["protected"] = true;
    });
}
