using System.Text.Json.Nodes;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Tests;

public sealed class SampleEstateTests
{
    private const string Shares = "limit=1000&visibility=shared&__imagetype=shared&member_status=";
    private static readonly SimulatedEstate s_estate = SimulatedEstate.Generate(Some.Reference);
    private static readonly IReadOnlyList<JsonObject> s_images = Read(s_estate);
    private static readonly IReadOnlyList<JsonObject> s_own = [.. s_images.Where(image => Text(image, "owner") == s_estate.Projects[0].Id)];

    public static TheoryData<string> Fields => [.. ApiPage.Table2];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_field_of_table_2_occurs_with_a_value(string field) =>
        s_images.Any(image => image.TryGetPropertyValue(field, out var value) && value is not null && value.ToJsonString() is not "\"\"" and not "[]")
            .ShouldBeTrue();

    [Fact]
    public async Task First_project_sees_at_least_420_images_in_six_listings_none_of_them_empty()
    {
        await using var served = new Served(s_estate);
        var own = s_estate.Projects[0].Id;
        string[] listings =
        [
            $"limit=1000&owner={own}", Shares + "pending", Shares + "accepted", Shares + "rejected",
            "limit=1000&__imagetype=gold&visibility=public&protected=true", "limit=1000&__imagetype=market",
        ];
        var seen = new HashSet<string>();
        foreach (var listing in listings)
        {
            var ids = await served.WalkAsync(listing);
            ids.Count.ShouldBeGreaterThanOrEqualTo(8, listing);
            seen.UnionWith(ids);
        }
        seen.Count.ShouldBeGreaterThanOrEqualTo(420);
    }

    [Fact]
    public async Task Every_own_project_has_images_of_its_own()
    {
        await using var served = new Served(s_estate);
        s_estate.Projects.Count.ShouldBe(3);
        foreach (var project in s_estate.Projects)
        {
            project.Id.ShouldMatch("^[0-9a-f]{32}$");
            s_images.Count(image => Text(image, "owner") == project.Id).ShouldBeGreaterThan(10);
        }
        s_images.Select(image => Text(image, "owner")).Distinct().Count().ShouldBeGreaterThan(6);
    }

    [Fact]
    public void Same_arguments_give_the_same_estate_and_others_another()
    {
        Bytes(SimulatedEstate.Generate(Some.Reference)).ShouldBe(Bytes(s_estate));
        Bytes(SimulatedEstate.Generate(Some.Reference.ToOffset(TimeSpan.FromHours(8)))).ShouldBe(Bytes(s_estate));
        Bytes(SimulatedEstate.Generate(Some.Reference, seed: 2)).ShouldNotBe(Bytes(s_estate));
        Bytes(SimulatedEstate.Generate(Some.Reference.AddDays(1))).ShouldNotBe(Bytes(s_estate));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(400)]
    [InlineData(3000)]
    public void Any_size_can_be_had(int size)
    {
        var estate = SimulatedEstate.Generate(Some.Reference, size);
        estate.Count.ShouldBe(size);
        Read(estate).Count.ShouldBe(size);
    }

    [Fact]
    public void No_image_is_younger_than_the_reference() =>
        s_images.ShouldAllBe(image => DateTimeOffset.Parse(Text(image, "created_at")!) <= Some.Reference);

    /// <summary>A rule that something must break, and that most images must keep.</summary>
    public static TheoryData<string> Rules => [.. s_rules.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_is_broken_by_some_and_kept_by_most(string rule)
    {
        var (images, isBroken) = s_rules[rule];
        var all = images().ToList();
        var broken = all.Count(isBroken);
        broken.ShouldBeGreaterThan(0);
        (broken * 4).ShouldBeLessThan(all.Count, $"{broken} of {all.Count}");
    }

    private static readonly Dictionary<string, (Func<IEnumerable<JsonObject>> Images, Func<JsonObject, bool> IsBroken)> s_rules = new()
    {
        ["boots by uefi"] = (() => s_images, image => Text(image, "hw_firmware_type") == "bios"),
        ["says how it boots"] = (() => s_images, image => Text(image, "hw_firmware_type") is null),
        ["is encrypted"] = (() => s_own.Where(image => Text(image, "virtual_env_type") != "IsoImage"), image => string.IsNullOrEmpty(Text(image, "__system__cmkid"))),
        ["is not public"] = (() => s_own, image => Text(image, "visibility") == "public"),
        ["is protected when golden"] = (() => s_own, image => HasTag(image, "golden") && !image["protected"]!.GetValue<bool>()),
        ["has a living system"] = (() => s_images, image => Text(image, "__os_version")?.StartsWith("CentOS 7", StringComparison.Ordinal) == true),
        ["is not stale"] = (() => s_own, image => DateTimeOffset.Parse(Text(image, "created_at")!) < Some.Reference.AddDays(-180)),
        ["has the security agent"] = (() => s_own, image => Text(image, "__support_agent_list")?.Contains("hss", StringComparison.Ordinal) != true),
        ["holds no secret"] = (() => s_images, image => Text(image, "__description")?.Contains("password=", StringComparison.Ordinal) == true),
        ["names its owner"] = (() => s_own, image => !image["tags"]!.AsArray().Any(tag => tag!.ToString().StartsWith("owner", StringComparison.Ordinal))),
        ["is on the shelf"] = (() => s_images.Where(image => Text(image, "__imagetype") == "market"), image => string.Equals(Text(image, "__is_offshelved"), "true", StringComparison.OrdinalIgnoreCase)),
        ["has an enterprise project"] = (() => s_own, image => Text(image, "enterprise_project_id") is null or "0"),
        ["is active"] = (() => s_own, image => Text(image, "status") != "active"),
    };

    [Theory]
    [InlineData("<script>")]
    [InlineData("\"><img")]
    [InlineData("`")]
    [InlineData("|")]
    [InlineData("\n")]
    [InlineData("=cmd|'/C calc'!A0")]
    [InlineData("\u001b[31m")]
    [InlineData("\u202E")]
    [InlineData("::error")]
    [InlineData("{{ 7*7 }}")]
    [InlineData("\0")]
    [InlineData("镜像")]
    public void Hostile_and_foreign_text_stands_in_a_name(string text) =>
        s_images.ShouldContain(image => Text(image, "name")!.Contains(text, StringComparison.Ordinal));

    [Fact]
    public void Values_are_written_as_oddly_as_in_recorded_responses()
    {
        s_images.ShouldContain(image => Text(image, "__isregistered") == "True");
        s_images.ShouldContain(image => image["__lazyloading"] is JsonValue && image["__lazyloading"]!.GetValueKind() == System.Text.Json.JsonValueKind.True);
        s_images.ShouldContain(image => image.ContainsKey("__data_origin") && image["__data_origin"] == null);
        s_images.ShouldContain(image => Text(image, "max_ram") == "");
        s_images.ShouldContain(image => Text(image, "max_ram") == "0");
        s_images.ShouldContain(image => Text(image, "disk_format") == "zvhd2");
        s_images.ShouldContain(image => (Text(image, "__os_feature_list") ?? "").EndsWith("disk_hot", StringComparison.Ordinal));
        s_images.ShouldContain(image => HasTag(image, "owner.finance"));
        s_images.ShouldContain(image => Text(image, "name")!.Length > 1000);
    }

    [Fact]
    public async Task Estate_of_many_images_is_walked_whole()
    {
        await using var served = new Served(SimulatedEstate.Generate(Some.Reference, 20_000));
        var ids = await served.WalkAsync("limit=1000");
        ids.Count.ShouldBeGreaterThan(15_000);
        ids.Distinct().Count().ShouldBe(ids.Count);
    }

    private static string Bytes(SimulatedEstate estate) => string.Join('\n', estate.Images.Select(image => System.Text.Encoding.UTF8.GetString(image.Json.Span)));

    private static List<JsonObject> Read(SimulatedEstate estate) => [.. estate.Images.Select(image => JsonNode.Parse(image.Json.Span)!.AsObject())];

    private static string? Text(JsonObject image, string field) =>
        image[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static bool HasTag(JsonObject image, string tag) => image["tags"]!.AsArray().Any(item => item!.ToString() == tag);
}
