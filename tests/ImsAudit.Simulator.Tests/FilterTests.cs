using System.Net;
using System.Text.Json.Nodes;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Tests;

public sealed class FilterTests
{
    /// <summary>Table 1 of the API page, but for paging, sorting, visibility, tags and times, which have tests of their own.</summary>
    public static TheoryData<string, string> EqualityParameters => new()
    {
        { "owner", Some.Us }, { "id", "wanted" }, { "status", "saving" }, { "name", "镜像 01 & <b>" }, { "container_format", "bare" },
        { "disk_format", "zvhd2" }, { "min_ram", "2048" }, { "min_disk", "41" }, { "__os_bit", "64" }, { "__platform", "Oracle Linux" },
        { "__os_type", "Linux" }, { "__support_kvm", "true" }, { "__support_xen", "true" }, { "__support_largememory", "true" },
        { "__support_diskintensive", "true" }, { "__support_highperformance", "true" }, { "__support_xen_gpu_type", "M60_vGPU" },
        { "__support_kvm_gpu_type", "V100" }, { "__support_xen_hana", "true" }, { "__support_kvm_infiniband", "true" },
        { "__imagetype", "market" }, { "protected", "true" },
    };

    [Theory]
    [MemberData(nameof(EqualityParameters))]
    public async Task Parameter_of_table_1_returns_the_images_with_that_value(string parameter, string value)
    {
        var wanted = Some.Image("wanted", json => json[parameter] = parameter switch
        {
            "min_ram" or "min_disk" => JsonValue.Create(int.Parse(value)),
            "protected" => JsonValue.Create(true),
            _ => JsonValue.Create(value),
        });
        var other = Some.Image("other", json => json["owner"] = Some.Them) with { Visibility = "public" };
        foreach (var mode in new[] { SimulatorMode.Ims, SimulatorMode.Glance })
        {
            await using var served = new Served(Some.Estate(wanted, other), mode);
            (await served.IdsAsync($"{parameter}={Uri.EscapeDataString(value)}")).ShouldBe(["wanted"]);
        }
    }

    [Fact]
    public async Task Filters_must_all_hold()
    {
        await using var served = new Served(Some.Estate(4));
        (await served.IdsAsync("id=image-001&name=name of image-001")).ShouldBe(["image-001"]);
        (await served.IdsAsync("id=image-001&name=name of image-002")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SimulatorMode.Ims)]
    [InlineData(SimulatorMode.Glance)]
    public async Task Misspelt_property_returns_nothing(SimulatorMode mode)
    {
        await using var served = new Served(Some.Estate(4), mode);
        (await served.IdsAsync("__platfrom=CentOS")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SimulatorMode.Ims, 4)]
    [InlineData(SimulatorMode.Glance, 1)]
    public async Task Only_ims_takes_its_booleans_in_any_case(SimulatorMode mode, int expected)
    {
        var estate = Some.Estate(Kvm("a", "true"), Kvm("b", "True"), Kvm("c", "TRUE"), Kvm("d", true), Kvm("e", "False"), Kvm("f", null));
        await using var served = new Served(estate, mode);
        // Glance's own properties are strings; the JSON boolean is compared as the text that it is written with.
        (await served.IdsAsync("__support_kvm=true")).Length.ShouldBe(mode == SimulatorMode.Glance ? expected + 1 : expected);
    }

    [Theory]
    [InlineData("created_at=gt:2026-02-01T00:00:00Z", "new")]
    [InlineData("created_at=gte:2026-02-01T00:00:00Z", "mid,new")]
    [InlineData("created_at=lt:2026-02-01T00:00:00Z", "old")]
    [InlineData("created_at=lte:2026-02-01T00:00:00Z", "mid,old")]
    [InlineData("created_at=eq:2026-02-01T00:00:00Z", "mid")]
    [InlineData("created_at=neq:2026-02-01T00:00:00Z", "new,old")]
    [InlineData("created_at=2026-02-01T00:00:00Z", "mid")]
    [InlineData("created_at=gt:2026-02-01 00:00:00", "new")]
    [InlineData("created_at=lte:2026-02-01+00:00:00", "mid,old")]
    [InlineData("created_at=gte:2026-01-15%2000%3A00%3A00&created_at=lt:2026-02-15T00:00:00Z", "mid")]
    [InlineData("updated_at=gt:2026-05-02T00:00:00Z", "old")]
    [InlineData("updated_at=neq:2026-05-03 00:00:00", "mid,new")]
    public async Task Time_filters_know_six_operators_and_both_formats(string query, string expected)
    {
        await using var served = new Served(Some.Estate(
            Dated("old", "2026-01-01T00:00:00Z", "2026-05-03T00:00:00Z"),
            Dated("mid", "2026-02-01T00:00:00Z", "2026-05-02T00:00:00Z"),
            Dated("new", "2026-03-01T00:00:00Z", "2026-05-01T00:00:00Z")));
        string.Join(',', (await served.IdsAsync(query)).Order()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("created_at=lt:yesterday")]
    [InlineData("created_at=lt:")]
    [InlineData("created_at=before:2026-02-01T00:00:00Z")]
    [InlineData("updated_at=gt:2026-13-01T00:00:00Z")]
    [InlineData("protected=maybe")]
    [InlineData("protected=")]
    [InlineData("__imagetype=golden")]
    [InlineData("min_ram=much")]
    [InlineData("visibility=hidden")]
    [InlineData("visibility=shared&member_status=maybe")]
    [InlineData("changes-since=2026-01-01T00:00:00Z")]
    public async Task Value_that_its_parameter_does_not_take_is_a_bad_request(string query)
    {
        await using var served = new Served(Some.Estate(2));
        await served.GetAsync($"/v2/images?{query}", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Protected_in_another_case_is_taken_by_ims_and_refused_by_glance()
    {
        var estate = Some.Estate(Some.Image("a", json => json["protected"] = true));
        await using var ims = new Served(estate);
        (await ims.IdsAsync("protected=True")).ShouldBe(["a"]);
        await using var glance = new Served(estate, SimulatorMode.Glance);
        using var response = await glance.Client.GetAsync(new Uri("/v2/images?protected=True", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(SimulatorMode.Ims, "tag=a%3Db", "both,new,old")]
    [InlineData(SimulatorMode.Ims, "tag=a.b", "")]
    [InlineData(SimulatorMode.Ims, "tag=golden", "both")]
    [InlineData(SimulatorMode.Ims, "tag=golden&tag=a=b", "both")]
    [InlineData(SimulatorMode.Ims, "tag=a", "")]
    [InlineData(SimulatorMode.Glance, "tag=a%3Db", "both,new")]
    [InlineData(SimulatorMode.Glance, "tag=a.b", "old")]
    public async Task Tag_filter_finds_old_tags_as_key_equals_value(SimulatorMode mode, string query, string expected)
    {
        await using var served = new Served(Some.Estate(
            Tagged("new", "a=b"), Tagged("old", "a.b"), Tagged("both", "golden", "a=b"), Tagged("none"),
            Some.Image("odd", json => json["tags"] = null)), mode);
        string.Join(',', (await served.IdsAsync(query)).Order()).ShouldBe(expected);
    }

    [Fact]
    public async Task Glance_in_operator_takes_a_list_with_quotes()
    {
        await using var served = new Served(Some.Estate(Named("a", "one"), Named("b", "two, three"), Named("c", "four")), SimulatorMode.Glance);
        (await served.IdsAsync("name=in:one,\"two, three\"&sort_key=id&sort_dir=asc")).ShouldBe(["a", "b"]);
    }

    private static SimulatedImage Kvm(string id, JsonNode? value) => Some.Image(id, json => json["__support_kvm"] = value);

    private static SimulatedImage Named(string id, string name) => Some.Image(id, json => json["name"] = name);

    private static SimulatedImage Tagged(string id, params string[] tags) =>
        Some.Image(id, json => json["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]));

    private static SimulatedImage Dated(string id, string created, string updated) => Some.Image(id, json =>
    {
        json["created_at"] = created;
        json["updated_at"] = updated;
    });
}
