namespace ImsAudit.Tests.Evaluation;

/// <summary>What a result holds only so that reports need neither the snapshot nor the policy files.</summary>
public class ForReportsTests
{
    [Fact]
    public async Task Policy_s_condition_is_told_in_lines_with_parameters_replaced()
    {
        var result = await Run("""
            "categories": ["private"],
            "parameters": { "firmware": { "type": "string", "default": "uefi" } },
            "when": { "allOf": [ { "field": "status", "equals": "active" }, { "not": { "field": "disk_format", "in": ["iso", "raw"] } } ] },
            "require": { "field": "hw_firmware_type", "equals": { "param": "firmware" } }
            """);

        result.Policies[0].Condition.ShouldBe(
        [
            "categories private",
            "when", "  allOf", "    status equals active", "    not", "      disk_format in [iso, raw]",
            "require", "  hw_firmware_type equals uefi",
        ]);
    }

    [Theory]
    [InlineData(""" "forbid": { "field": "a", "exists": true } """, "forbid|  a exists true")]
    [InlineData(""" "require": true """, "require|  true")]
    [InlineData(""" "group": { "by": [], "require": { "count": { "atLeast": 1 } } } """, "group of all images together|require|  count atLeast 1")]
    [InlineData(""" "group": { "by": ["@cloud", { "field": "name", "capture": "^(.*)-" }], "where": { "field": "a", "equals": 1 }, "require": { "keepNewest": 5, "orderBy": "created_at" } } """,
        "group by @cloud, name captured by ^(.*)-|where|  a equals 1|require|  keepNewest 5, orderBy created_at")]
    [InlineData(""" "require": { "field": "parent", "refersTo": { "by": "id", "where": { "field": "a", "equals": 1 } } } """, "require|  parent refersTo an image by id")]
    public async Task Every_kind_of_policy_has_its_lines(string members, string lines) =>
        (await Run(members)).Policies[0].Condition.ShouldBe(lines.Split('|'));

    [Theory]
    [InlineData("""{"id":"1","status":"active","a":1}""", "--tttf-fft")]
    [InlineData("""{"id":"1","status":"active","a":1,"disk_format":7}""", "--tttf-fft")]
    [InlineData("""{"id":"1","status":"active","disk_format":[]}""", "--utuu----")]
    public async Task Finding_tells_how_each_line_came_out(string image, string truths)
    {
        var result = await Run("""
            "categories": ["private"],
            "when": { "allOf": [ { "field": "status", "equals": "active" }, { "not": { "field": "disk_format", "in": ["iso", "raw"] } } ] },
            "require": { "allOf": [ { "field": "b", "exists": true }, { "field": "a", "exists": true } ] }
            """, image);

        result.Findings.ShouldHaveSingleItem().Truths.ShouldBe(truths);
        truths.Length.ShouldBe(result.Policies[0].Condition.Count);
    }

    [Fact]
    public async Task Finding_about_a_group_has_no_truths() =>
        (await Run(""" "group": { "by": [], "require": { "count": { "atLeast": 1 } } } """)).Findings.ShouldHaveSingleItem().Truths.ShouldBeNull();

    [Theory]
    [InlineData("\"2025-01-31T12:00:00Z\"", 2025)]
    [InlineData("\"2025-01-31 12:00:00\"", 2025)]
    [InlineData("\"yesterday\"", null)]
    [InlineData("17", null)]
    [InlineData("null", null)]
    public async Task Finding_knows_when_its_image_was_created(string created, int? year) =>
        ((await Run(""" "forbid": { "field": "id", "exists": true } """, $$"""{"id":"1","created_at":{{created}}}""")).Findings[0].Image!.CreatedAt?.Year).ShouldBe(year);

    [Fact]
    public async Task Sensitive_policy_that_reads_the_time_does_not_tell_it()
    {
        var result = await Run(""" "sensitive": true, "forbid": { "field": "created_at", "exists": true } """, """{"id":"1","created_at":"2025-01-31T12:00:00Z"}""");

        result.Findings[0].Image!.CreatedAt.ShouldBeNull();
    }

    private static Task<ImsAudit.Results.AuditResult> Run(string members, params string[] images) =>
        Judged.RunAsync(Judged.Policy(members), new SomeInventory([.. images.Select(json => Some.Image(json))]));
}
