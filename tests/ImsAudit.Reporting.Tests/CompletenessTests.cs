using System.Text.Json;
using ImsAudit.Inventories;
using ImsAudit.Reporting.Formats;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests;

public sealed class CompletenessTests
{
    public static TheoryData<string> Formats => [.. ReportFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_of_an_incomplete_result_says_so_first(string format)
    {
        var report = Report.Of(format, Some.Empty(Completeness.Incomplete));

        Beginning(format, report).ShouldContain("incomplete", Case.Insensitive);
        report.ShouldContain("503");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_says_incomplete_even_when_no_listing_does(string format)
    {
        // As for a snapshot without its last line.
        var result = Some.Empty(Completeness.Incomplete);
        result = result with { Run = result.Run with { Listings = [], Notes = ["The snapshot s.ndjson has no last line."] } };

        var report = Report.Of(format, result);

        Beginning(format, report).ShouldContain("incomplete", Case.Insensitive);
        report.ShouldContain("has no last line");
    }

    [Theory]
    [InlineData("text", "Completeness not known:")]
    [InlineData("html", "Completeness not known")]
    [InlineData("markdown", "completeness not known")]
    [InlineData("json", "\"complete\": null")]
    [InlineData("sarif", "Completeness not known")]
    [InlineData("gitlab", "Completeness not known")]
    [InlineData("github", "Completeness not known")]
    [InlineData("ocsf", "Completeness not known")]
    public void Report_of_saved_responses_begins_with_completeness_not_known(string format, string words)
    {
        var report = Report.Of(format, Some.Empty(Completeness.NotKnown));

        Beginning(format, report).ShouldContain(words);
        report.ShouldNotContain("Gate passed");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Complete_result_is_not_called_incomplete(string format) =>
        Report.Of(format, Some.Empty()).Replace(".verdict.incomplete", "", StringComparison.Ordinal).ShouldNotContain("incomplete", Case.Insensitive);

    [Fact]
    public void Ndjson_rows_of_gaps_have_the_members_of_findings_and_the_listing_s()
    {
        using var row = JsonDocument.Parse(Report.Of("ndjson", Some.Empty(Completeness.Incomplete)));

        row.RootElement.GetProperty("outcome").GetString().ShouldBe("incomplete");
        row.RootElement.GetProperty("policy").ValueKind.ShouldBe(JsonValueKind.Null);
        row.RootElement.GetProperty("category").GetString().ShouldBe("public");
        row.RootElement.GetProperty("scope").GetProperty("region").GetString().ShouldBe("cn-north-4");
        row.RootElement.GetProperty("error").GetString()!.ShouldContain("503");
    }

    [Fact]
    public void Exit_code_3_is_incomplete_whatever_else_is_said()
    {
        var result = Some.Empty();
        result = result with { Summary = result.Summary with { Gate = new GateResult("high", false, 3) } };

        Report.Of("text", result).ShouldNotContain("is passed");
        Report.Of("html", result).ShouldContain("<p class=\"word\"><span aria-hidden=\"true\">⚠</span> Incomplete</p>");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_says_incomplete_when_completeness_was_required_and_is_not_known(string format)
    {
        var result = Some.Empty(Completeness.NotKnown);
        result = result with { Summary = result.Summary with { Gate = new GateResult("high", false, 3) } };

        // The result and the text say what is known, and the exit code.
        Report.Of(format, result).ShouldContain(format switch { "json" => "\"exitCode\": 3", "text" => "(exit code 3)", _ => "incomplete" }, Case.Insensitive);
    }

    // What a reader sees first: of JSON the run, of HTML the title, of SARIF the invocation, else the first lines.
    private static string Beginning(string format, string report)
    {
        if (format == "html") return report[report.IndexOf("<title>", StringComparison.Ordinal)..report.IndexOf("</title>", StringComparison.Ordinal)];
        if (format is "sarif" or "gitlab") return FirstOf(format, report);
        if (format != "json") return string.Join('\n', report.Split('\n').Take(2));
        using var json = JsonDocument.Parse(report);
        var complete = json.RootElement.GetProperty("run").GetProperty("complete");
        return complete.ValueKind switch
        {
            JsonValueKind.False => "incomplete",
            JsonValueKind.Null => "\"complete\": null",
            _ => "complete",
        };
    }

    private static string FirstOf(string format, string report)
    {
        using var json = JsonDocument.Parse(report);
        if (format == "gitlab") return json.RootElement[0].GetRawText();
        var first = json.RootElement.GetProperty("runs")[0].EnumerateObject().First();
        first.Name.ShouldBe("invocations");
        return first.Value[0].GetProperty("toolExecutionNotifications")[0].GetRawText();
    }
}
