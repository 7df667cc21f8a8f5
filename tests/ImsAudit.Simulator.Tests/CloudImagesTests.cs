using System.Net;
using System.Text.Json.Nodes;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Tests;

public sealed class CloudImagesTests
{
    private const string Department = "5c7e9f01-2a3b-4c5d-9e6f-708192a3b4c5";
    private const string OtherDepartment = "0d8a4b6c-1e2f-4a3b-8c5d-6e7f8091a2b3";

    [Fact]
    public async Task Answer_holds_images_and_no_links()
    {
        await using var served = new Served(Some.Estate(3));

        var page = await served.GetAsync("/v2/cloudimages?limit=2");

        page.Select(member => member.Key).ShouldBe(["images"]);
        Served.Ids(page).ShouldBe(["image-000", "image-001"]);
        (await IdsAsync(served, "limit=2&marker=image-001")).ShouldBe(["image-002"]);
        (await IdsAsync(served, "limit=2&marker=image-002")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_without_limit_holds_500_images_and_with_one_at_most_1000()
    {
        await using var served = new Served(Some.Estate(1010));

        (await IdsAsync(served, "")).Length.ShouldBe(500);
        (await IdsAsync(served, "limit=5000")).Length.ShouldBe(1000);
    }

    [Fact]
    public async Task Marker_that_was_deleted_is_a_bad_request()
    {
        await using var served = new Served(Some.Estate(3));
        served.Server.Estate.Remove("image-001");

        (await served.GetAsync("/v2/cloudimages?marker=image-001", HttpStatusCode.BadRequest)).ToJsonString().ShouldContain("IMG.0066");
    }

    [Fact]
    public async Task Fields_are_those_of_this_list()
    {
        await using var served = new Served(Some.Estate(Some.Image("a", json =>
        {
            json["__image_location"] = "somewhere";
            json["__is_config_init"] = "true";
            json["_sys_enterprise_project_id"] = "0";
            json["__image_displayname"] = "shown <镜像>";
        })));

        var image = (await served.GetAsync("/v2/cloudimages"))["images"]![0]!.AsObject();

        image["__system_support_market"]!.GetValue<bool>().ShouldBeFalse();
        ((string)image["__image_displayname"]!).ShouldBe("shown <镜像>");
        foreach (var absent in new[] { "__image_location", "__is_config_init", "_sys_enterprise_project_id" }) image.ContainsKey(absent).ShouldBeFalse(absent);
    }

    [Theory]
    [InlineData("architecture=arm", "arm")]
    [InlineData("architecture=x86", "plain,data")]
    [InlineData("flavor_id=kc1.large.2", "arm")]
    [InlineData("flavor_id=s6.large.2", "plain,data")]
    [InlineData("virtual_env_type=DataImage", "data")]
    [InlineData("__whole_image=true", "data")]
    [InlineData("__system__cmkid=key-1", "arm")]
    [InlineData("architecture=x86&virtual_env_type=DataImage", "data")]
    [InlineData("enterprise_project_id=" + Department, "arm")]
    [InlineData("enterprise_project_id=0", "plain,data")]
    [InlineData("enterprise_project_id=all_granted_eps", "arm,plain,data")]
    [InlineData("name=name of data", "data")]
    public async Task Filter_of_this_list_holds(string query, string expected)
    {
        await using var served = new Served(Mixed());

        (await IdsAsync(served, query)).ShouldBe(expected.Split(','), ignoreOrder: true);
    }

    [Theory]
    [InlineData("architecture=mips", "IMG.0212")]
    [InlineData("flavor_id=large", "IMG.0192")]
    [InlineData("enterprise_project_id=mine", "IMG.0154")]
    public async Task Value_that_a_filter_does_not_take_is_a_bad_request(string query, string code)
    {
        await using var served = new Served(Mixed());

        (await served.GetAsync($"/v2/cloudimages?{query}", HttpStatusCode.BadRequest)).ToJsonString().ShouldContain(code);
    }

    [Fact]
    public async Task Rights_in_enterprise_projects_open_what_is_granted_of_this_list_and_nothing_of_the_other()
    {
        await using var served = new Served(Mixed(), new SimulatorOptions { EnterpriseProjects = [Department] });

        (await IdsAsync(served, "enterprise_project_id=all_granted_eps")).ShouldBe(["arm"]);
        (await IdsAsync(served, $"enterprise_project_id={Department}")).ShouldBe(["arm"]);
        foreach (var refused in new[] { "/v2/images", "/v2/cloudimages", "/v2/cloudimages?enterprise_project_id=0", $"/v2/cloudimages?enterprise_project_id={OtherDepartment}" })
            await served.GetAsync(refused, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Glance_has_no_such_list()
    {
        await using var served = new Served(Some.Estate(1), SimulatorMode.Glance);
        served.Client.DefaultRequestHeaders.Add("Accept", "application/json");

        await served.GetAsync("/v2/cloudimages", HttpStatusCode.NotFound);
    }

    private static SimulatedEstate Mixed() => Some.Estate(
        Some.Image("arm", json => With(json, ("__support_arm", "true"), ("__system__cmkid", "key-1"), ("enterprise_project_id", Department))),
        Some.Image("plain", json => With(json, ("enterprise_project_id", "0"))),
        Some.Image("data", json => With(json, ("virtual_env_type", "DataImage"), ("__whole_image", "True"))));

    private static void With(JsonObject json, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields) json[name] = value;
    }

    private static async Task<string[]> IdsAsync(Served served, string query) => Served.Ids(await served.GetAsync($"/v2/cloudimages?{query}"));
}
