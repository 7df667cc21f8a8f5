using ImsAudit.Images;
using ImsAudit.Values;

namespace ImsAudit.Tests.Conditions;

public class FieldTests
{
    [Theory]
    [InlineData("""{ "__support_agent_list": "hss, ces" }""", "\"contains\": \"hss\"", Truth.True)]
    [InlineData("""{ "__support_agent_list": "hss2" }""", "\"contains\": \"hss\"", Truth.False)]
    [InlineData("""{ "__support_agent_list": " , hss,," }""", "\"count\": 1", Truth.True)]
    [InlineData("""{ "__support_agent_list": "" }""", "\"count\": 0", Truth.True)]
    [InlineData("""{ "__support_agent_list": "" }""", "\"everyItem\": { \"equals\": \"x\" }", Truth.True)]
    [InlineData("""{ "__support_agent_list": "hss,ces" }""", "\"anyItem\": { \"equals\": \"CES\" }", Truth.True)]
    [InlineData("""{ "__support_agent_list": "hss,ces" }""", "\"equals\": \"hss,ces\"", Truth.True)]
    [InlineData("""{ "__support_agent_list": "hss,ces" }""", "\"containsAll\": [\"ces\", \"hss\"]", Truth.True)]
    [InlineData("""{ "__support_agent_list": ["hss"] }""", "\"contains\": \"hss\"", Truth.True)]
    public void Comma_lists_are_lists_for_the_list_operators_alone(string image, string operators, Truth expected) =>
        Evaluated.Condition($$"""{ "field": "__support_agent_list", {{operators}} }""", image).ShouldBe(expected);

    [Theory]
    [InlineData("""{ "a": { "b": 1 } }""", "a.b", Truth.True)]
    [InlineData("""{ "a": { "b": null } }""", "a.b", Truth.False)]
    [InlineData("""{ "a": "b" }""", "a.b", Truth.False)]
    [InlineData("""{ "a.b": null, "a": { "b": 1 } }""", "a.b", Truth.False)]
    [InlineData("""{ "a": { "b": 1 }, "a.b": null }""", "a.b", Truth.False)]
    [InlineData("""{ "a": { "b.c": 1 } }""", "a.b.c", Truth.True)]
    [InlineData("""{ "a.b": { "c": 1 } }""", "a.b.c", Truth.True)]
    [InlineData("""{ "a": { "b": { "c": 1 } } }""", "a.b.c", Truth.True)]
    [InlineData("""{ "__os_feature_list": "{\"ssh_key\": \"true\"}" }""", "__os_feature_list.ssh_key", Truth.True)]
    [InlineData("""{ "__os_feature_list": "{\"ssh_key\": " }""", "__os_feature_list.ssh_key", Truth.False)]
    [InlineData("""{ "__os_feature_list": "{} {}" }""", "__os_feature_list.ssh_key", Truth.False)]
    [InlineData("""{ "__os_feature_list": "" }""", "__os_feature_list.ssh_key", Truth.False)]
    [InlineData("""{ "custom": "{\"ssh_key\": \"true\"}" }""", "custom.ssh_key", Truth.False)]
    [InlineData("""{ "\u0061": 1 }""", "a", Truth.True)]
    [InlineData("""{ "A": 1 }""", "a", Truth.False)]
    public void A_dot_steps_into_objects_and_into_text_that_holds_json(string image, string field, Truth exists) =>
        Evaluated.Condition($$"""{ "field": "{{field}}", "exists": true }""", image).ShouldBe(exists);

    [Theory]
    [InlineData("""["owner=me", "team.blue", "golden"]""", "@tagKeys", "\"containsAll\": [\"owner\", \"team\", \"golden\"]", Truth.True)]
    [InlineData("""["a.b=c"]""", "@tagKeys", "\"contains\": \"a.b\"", Truth.True)]
    [InlineData("""["OWNER=me=too", "owner=other"]""", "@tag.owner", "\"equals\": \"me=too\"", Truth.True)]
    [InlineData("""["team.blue.green"]""", "@tag.team", "\"equals\": \"blue.green\"", Truth.True)]
    [InlineData("""["golden"]""", "@tag.golden", "\"equals\": \"\"", Truth.True)]
    [InlineData("""["golden"]""", "@tag.owner", "\"exists\": true", Truth.False)]
    [InlineData("""["a.b=c"]""", "@tag.a.b", "\"equals\": \"c\"", Truth.True)]
    [InlineData("""[]""", "@tagKeys", "\"count\": 0", Truth.True)]
    [InlineData("""null""", "@tagKeys", "\"exists\": true", Truth.False)]
    [InlineData("\"golden\"", "@tagKeys", "\"contains\": \"golden\"", Truth.Unknown)]
    public void Tags_are_keys_and_values(string tags, string field, string operators, Truth expected) =>
        Evaluated.Condition($$"""{ "field": "{{field}}", {{operators}} }""", $$"""{ "tags": {{tags}} }""").ShouldBe(expected);

    [Fact]
    public void Own_is_true_for_an_owner_that_is_a_scanned_project_and_unknown_when_none_is_known()
    {
        const string Own = """{ "field": "@own", "equals": true }""";
        var endpoint = new ImageScope("cloud", "region", Project: null);
        var ours = Some.Image("""{ "id": "i", "owner": "project" }""", ImageCategory.Public, endpoint);
        var theirs = Some.Image("""{ "id": "i", "owner": "someone" }""", ImageCategory.Public, endpoint);

        Evaluated.Condition(Own, ours).ShouldBe(Truth.True);
        Evaluated.Condition(Own, theirs).ShouldBe(Truth.False);
        Evaluated.Condition(Own, ours, ScannedProjects.None).ShouldBe(Truth.Unknown);
        Evaluated.Condition("""{ "field": "@own", "exists": true }""", ours, ScannedProjects.None).ShouldBe(Truth.True);
        Evaluated.Condition("""{ "field": "@own", "empty": true }""", ours, ScannedProjects.None).ShouldBe(Truth.False);
        Evaluated.Condition(Own, Some.Image("""{ "id": "i", "owner": "project" }""", ImageCategory.Public, endpoint with { Region = "elsewhere" }))
            .ShouldBe(Truth.Unknown);
    }

    [Fact]
    public void Collected_fields_say_where_the_image_came_from()
    {
        var shared = new Image(Some.Scope, CategorySet.Of(ImageCategory.Public, ImageCategory.SharedPending), "i", "{}"u8.ToArray());

        foreach (var (field, expected) in new[] { ("@category", "shared-pending"), ("@memberStatus", "pending"), ("@cloud", "cloud"), ("@region", "region"), ("@project", "project") })
            Evaluated.Condition($$"""{ "field": "{{field}}", "equals": "{{expected}}", "caseSensitive": true }""", shared).ShouldBe(Truth.True, field);
        Evaluated.Condition("""{ "field": "@categories", "containsAll": ["public", "shared-pending"] }""", shared).ShouldBe(Truth.True);
        Evaluated.Condition("""{ "field": "@memberStatus", "exists": false }""", "{}").ShouldBe(Truth.True);
    }

    [Fact]
    public void A_list_or_parameter_may_stand_in_place_of_a_field()
    {
        Evaluated.Condition("""{ "list": "none", "empty": true }""", "{}").ShouldBe(Truth.True);
        Evaluated.Condition("""{ "list": "keys", "contains": "x" }""", "{}").ShouldBe(Truth.True);
        Evaluated.Condition("""{ "param": "number", "atLeast": 5 }""", "{}").ShouldBe(Truth.True);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_text_and_no_crash()
    {
        Evaluated.Condition("""{ "field": "name", "startsWith": "a" }""", """{ "name": "a\ud800b" }""").ShouldBe(Truth.True);
        Evaluated.Condition("""{ "field": "x.y", "exists": true }""", """{ "x": { "\ud800": 1, "y": 2 }, "\udc00": 3 }""").ShouldBe(Truth.True);
    }
}
