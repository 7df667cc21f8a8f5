using ImsAudit.Linting;

namespace ImsAudit.Tests.Linting;

public class CatalogueRulesTests
{
    [Theory]
    [InlineData("""{ "field": "hw_firmware_type", "olderThan": "90d" }""")]
    [InlineData("""{ "field": "min_disk", "before": "2020-01-01" }""")]
    [InlineData("""{ "field": "__support_kvm", "atLeast": 1 }""")]
    [InlineData("""{ "field": "hw_firmware_type", "greaterThan": 3 }""")]
    [InlineData("""{ "field": "owner", "equals": true }""")]
    [InlineData("""{ "field": "created_at", "equals": 5 }""")]
    [InlineData("""{ "field": "tags", "startsWith": "a" }""")]
    [InlineData("""{ "field": "tags", "equals": "golden" }""")]
    [InlineData("""{ "field": "name", "count": 2 }""")]
    [InlineData("""{ "field": "status", "anyItem": { "equals": "active" } }""")]
    [InlineData("""{ "not": { "field": "hw_firmware_type", "newerThan": "90d" } }""")]
    [InlineData("""{ "field": "__originalimagename", "refersTo": { "where": { "field": "status", "olderThan": "1d" } } }""")]
    public async Task Operator_that_cannot_read_the_field_is_an_error(string condition)
    {
        var found = (await Linted.Require(condition)).ShouldHaveSingleItem();

        found.Level.ShouldBe(LintLevel.Error);
        found.Place.Message.ShouldContain("is unknown of every image");
    }

    [Theory]
    [InlineData("""{ "field": "created_at", "olderThan": "90d" }""")]
    [InlineData("""{ "field": "__os_bit", "equals": 64 }""")]
    [InlineData("""{ "field": "__os_bit", "atLeast": 64 }""")]
    [InlineData("""{ "field": "__support_fc_inject", "equals": true }""")]
    [InlineData("""{ "field": "__support_kvm", "equals": "True" }""")]
    [InlineData("""{ "field": "min_disk", "equals": "40" }""")]
    [InlineData("""{ "field": "__support_agent_list", "count": { "atLeast": 1 } }""")]
    [InlineData("""{ "field": "__support_agent_list", "startsWith": "hss" }""")]
    [InlineData("""{ "field": "__os_version", "versionAtLeast": "7.6" }""")]
    [InlineData("""{ "field": "@tag.expires", "after": "2026-01-01" }""")]
    [InlineData("""{ "field": "my_own_property", "olderThan": "90d" }""")]
    [InlineData("""{ "field": "__os_feature_list.ssh_key", "equals": true }""")]
    [InlineData("""{ "field": "min_ram", "atMost": { "field": "max_ram" } }""")]
    [InlineData("""{ "field": "hw_firmware_type", "in": ["UEFI", "bios"] }""")]
    [InlineData("""{ "field": "@categories", "contains": "public" }""")]
    [InlineData("""{ "field": "__platform", "like": "*Linux" }""")]
    [InlineData("""{ "field": "owner", "in": { "list": "trusted-owners" } }""")]
    [InlineData("""{ "field": "name", "contains": "secret" }""")]
    public async Task What_the_catalogue_allows_is_not_spoken_of(string condition) => (await Linted.Require(condition)).ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "field": "hw_firmware_type", "equals": "ueif" }""", "did you mean \"uefi\"")]
    [InlineData("""{ "field": "status", "notEquals": "acitve" }""", "did you mean \"active\"")]
    [InlineData("""{ "field": "disk_format", "in": ["qcow2", "zvhd3"] }""", "\"zvhd3\" is no known value")]
    [InlineData("""{ "field": "__os_bit", "equals": 46 }""", "known: 32, 64")]
    [InlineData("""{ "field": "__support_kvm", "equals": "yes" }""", "known: true, false")]
    [InlineData("""{ "field": "min_disk", "equals": "small" }""", "is no number")]
    [InlineData("""{ "field": "created_at", "equals": "yesterday" }""", "is no timestamp")]
    [InlineData("""{ "field": "hw_firmware_type", "matches": "^efi" }""", "fits no known value")]
    [InlineData("""{ "field": "status", "notLike": "activ" }""", "fits no known value")]
    [InlineData("""{ "field": "__support_agent_list", "contains": "hhs" }""", "fits no known value")]
    [InlineData("""{ "field": "__support_agent_list", "anyItem": { "equals": "hhs" } }""", "fits no known value")]
    public async Task Value_that_no_image_has_is_a_warning(string condition, string expected)
    {
        var found = (await Linted.Require(condition)).ShouldHaveSingleItem();

        found.Level.ShouldBe(LintLevel.Warning);
        found.Place.Message.ShouldContain(expected);
    }

    [Theory]
    [InlineData("""{ "field": "@category", "equals": "shared" }""")]
    [InlineData("""{ "field": "@categories", "contains": "published" }""")]
    [InlineData("""{ "field": "@memberStatus", "in": ["pending", "refused"] }""")]
    public async Task Value_that_we_never_give_is_an_error(string condition) =>
        (await Linted.Require(condition)).ShouldHaveSingleItem().Level.ShouldBe(LintLevel.Error);

    [Fact]
    public async Task Value_of_a_parameter_is_held_against_the_catalogue_and_shown_where_it_is_used()
    {
        var found = (await Linted.Require(
            """{ "field": "hw_firmware_type", "in": { "param": "types" } }""",
            """, "parameters": { "types": { "type": "list", "default": ["uefi", "efi"] } }""")).ShouldHaveSingleItem();

        found.Place.Pointer.ShouldBe("/require/in");
        found.Place.Message.ShouldStartWith("\"efi\" is no known value");
    }

    [Theory]
    [InlineData("""{ "field": "hw_firmware_typ", "exists": true }""", "hw_firmware_type")]
    [InlineData("""{ "field": "min_ram", "atMost": { "field": "max_rams" } }""", "max_ram")]
    [InlineData("""{ "field": "__originalimagename", "refersTo": { "by": "nmae" } }""", "name")]
    public async Task Field_near_a_known_one_is_a_warning(string condition, string meant) =>
        (await Linted.Require(condition)).ShouldHaveSingleItem().ToString().ShouldContain($"did you mean \"{meant}\"");

    [Fact]
    public async Task Field_of_a_group_near_a_known_one_is_a_warning()
    {
        var found = await Linted.Body(""" "group": { "by": ["nmae", { "field": "onwer", "capture": "(a)" }], "require": { "keepNewest": 3, "orderBy": "craeted_at" } } """);

        found.Select(finding => finding.Place.Pointer).ShouldBe(["/group/by/0", "/group/by/1/field", "/group/require/orderBy"]);
    }

    [Fact]
    public async Task Custom_property_is_not_spoken_of() => (await Linted.Require("""{ "field": "cost_centre", "exists": true }""")).ShouldBeEmpty();
}
