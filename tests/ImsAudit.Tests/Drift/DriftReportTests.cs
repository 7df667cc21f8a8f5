using System.Text;
using System.Text.Json;
using ImsAudit.Drift;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Tests.Snapshots;

namespace ImsAudit.Tests.Drift;

public sealed class DriftReportTests
{
    [Fact]
    public async Task Fields_that_the_catalogue_does_not_know_are_counted_once_an_image()
    {
        var report = await Of("""{"id":"a","name":"n","zz":1,"zz":2}""", """{"id":"b","zz":"x","yy":{"deep":[1]}}""", """{"id":"c","__os_type":"Linux"}""");

        report.Images.ShouldBe(3);
        report.Fields.ShouldBe([new UnknownField("zz", 2, "1", "a"), new UnknownField("yy", 1, """{"deep":[1]}""", "b")]);
        report.Values.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"__os_type\":\"BeOS\"", "BeOS")]
    [InlineData("\"status\":\"frozen\"", "frozen")]
    [InlineData("\"status\":7", "7")]
    [InlineData("\"status\":[\"active\"]", "[\"active\"]")]
    [InlineData("\"protected\":\"maybe\"", "maybe")]
    [InlineData("\"__support_agent_list\":\"hss, new ,ces,new\"", "new")]
    [InlineData("\"__support_agent_list\":{}", "{}")]
    public async Task Value_that_the_catalogue_does_not_know_is_named(string member, string value) =>
        (await Of($$"""{"id":"a",{{member}}}""")).Values.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            found => found.Value.ShouldBe(value),
            found => found.Images.ShouldBe(1),
            found => found.FirstImageId.ShouldBe("a"));

    [Theory]
    [InlineData("\"__os_type\":\"LINUX\"")]
    [InlineData("\"__os_type\":\"\"")]
    [InlineData("\"__os_type\":null")]
    [InlineData("\"protected\":\"True\"")]
    [InlineData("\"protected\":false")]
    [InlineData("\"__support_agent_list\":\"\"")]
    [InlineData("\"__support_agent_list\":\"CES,hss,\"")]
    [InlineData("\"__os_version\":\"anything\"")]
    public async Task Known_empty_and_missing_values_are_no_drift(string member) => (await Of($$"""{"id":"a",{{member}}}""")).Values.ShouldBeEmpty();

    [Fact]
    public async Task What_most_images_have_stands_first()
    {
        var report = await Of("""{"id":"a","one":1,"__os_type":"x"}""", """{"id":"b","two":1,"__os_type":"y","status":"s"}""", """{"id":"c","two":1,"__os_type":"y"}""");

        report.Fields.Select(field => field.Name).ShouldBe(["two", "one"]);
        report.Values.Select(value => $"{value.Field} {value.Value} {value.Images}").ShouldBe(["__os_type y 2", "__os_type x 1", "status s 1"]);
    }

    [Fact]
    public async Task First_example_that_says_something_is_taken() =>
        (await Of("""{"id":"a","zz":null}""", """{"id":"b","zz":""}""", """{"id":"c","zz":"x"}""")).Fields.ShouldBe([new UnknownField("zz", 3, "x", "a")]);

    [Fact]
    public async Task Hostile_names_and_values_are_kept_as_they_are_and_long_ones_are_cut()
    {
        var report = await Of($$"""{"id":"a","\ud800":"\ud800","\u001b[31m":"{{new string('x', 299)}}\ud83d\ude00yy","__os_type":"\u202e"}""");

        report.Fields.Select(field => (field.Name, field.Example)).ShouldBe([("\u001b[31m", new string('x', 299) + "…"), ("\ufffd", "\ufffd")]);
        Json(report).GetProperty("values")[0].GetProperty("value").GetString().ShouldBe("\u202e");
    }

    [Fact]
    public async Task Json_has_what_the_report_has()
    {
        var json = Json(await Of("""{"id":"a","db_password":"hunter2","protected":"x"}"""));

        json.GetProperty("schema").GetString().ShouldBe("imsaudit/drift/1");
        json.GetProperty("complete").ValueKind.ShouldBe(JsonValueKind.True);
        json.GetProperty("images").GetInt64().ShouldBe(1);
        json.GetProperty("fields")[0].GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).ShouldBe("""{"name":"db_password","images":1,"example":"***","firstImageId":"a"}""");
        json.GetProperty("values")[0].GetProperty("field").GetString().ShouldBe("protected");
    }

    [Theory]
    [InlineData("admin_pass", "x")]
    [InlineData("SSH-Key", "x")]
    [InlineData("my_sk", "x")]
    [InlineData("note", "password: hunter2")]
    [InlineData("note", "the Token=abcdef")]
    [InlineData("note", "https://user:word@host/")]
    [InlineData("note", "-----BEGIN RSA PRIVATE KEY-----")]
    [InlineData("note", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln")]
    [InlineData("note", "AKIAABCDEFGHIJKLMNOP")]
    [InlineData("note", "QTWAOYTTINDUT2QVKYUC")]
    [InlineData("note", "MFyfvK41ba2giqM7uio6PznpdUKGpownRZlmVmHc")]
    public void What_looks_like_a_secret_is_masked(string field, string value) => SecretLook.Has(field, value).ShouldBeTrue();

    [Theory]
    [InlineData("monkey", "x")]
    [InlineData("bypass_check", "true")]
    [InlineData("desk", "x")]
    [InlineData("hash", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("note", "bc6bed6e-ba3a-4447-afcc-449174a3eb52")]
    [InlineData("note", "CentOS 7.3 64bit")]
    [InlineData("db_password", "")]
    public void What_does_not_is_shown(string field, string value) => SecretLook.Has(field, value).ShouldBeFalse();

    private static JsonElement Json(DriftReport report)
    {
        using var stream = new MemoryStream();
        DriftJson.Write(stream, report);
        return JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement.Clone();
    }

    private static async Task<DriftReport> Of(params string[] images)
    {
        var found = images.Select((json, at) => new Image(Inputs.Project, CategorySet.Of(ImageCategory.Private), $"{(char)('a' + at)}", Encoding.UTF8.GetBytes(json))).ToList();
        using var inventory = await Inputs.Open(await Inputs.Snapshot(found));
        inventory.Completeness.ShouldBe(Completeness.Complete);
        return await DriftReport.OfAsync(inventory, default);
    }
}
