using System.Text;
using System.Text.Json;
using CsvHelper;
using ImsAudit.Reporting.Formats;

namespace ImsAudit.Reporting.Tests.Formats;

public sealed class RowFormatTests
{
    [Fact]
    public void Formats_have_names_and_extensions_of_their_own()
    {
        ReportFormats.All.Select(format => format.Name).ShouldBe(["json", "ndjson", "csv", "text", "html", "markdown", "sarif", "junit", "github", "gitlab", "ocsf"]);
        ReportFormats.All.Select(format => format.Extension).Distinct().Count().ShouldBe(ReportFormats.All.Count);
        ReportFormats.Find("pdf").ShouldBeNull();
    }

    [Fact]
    public void Csv_of_hostile_values_has_as_many_cells_in_each_row_and_none_that_runs()
    {
        var rows = Rows(Report.Of("csv", Some.HostileResult()));

        rows.Count.ShouldBe(9);
        rows.ShouldAllBe(row => row.Count == 25);
        rows.SelectMany(row => row).Where(cell => cell.TrimStart().Length > 0 && "=+-@".Contains(cell.TrimStart()[0])).ShouldBeEmpty();
    }

    [Fact]
    public void Csv_ends_lines_as_rfc_4180_says_and_has_no_byte_order_mark()
    {
        var csv = Report.Bytes("csv", Some.Many(3));

        Encoding.UTF8.GetString(csv).ShouldEndWith("\r\n");
        Encoding.UTF8.GetString(csv).Split("\r\n").ShouldAllBe(line => !line.Contains('\n'));
        csv[0].ShouldBe((byte)'o');
    }

    [Fact]
    public void Csv_for_excel_differs_by_its_byte_order_mark_alone()
    {
        var csv = Report.Bytes("csv", Some.HostileResult(), ReportOptions.File with { CsvBom = true });

        csv[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        csv[3..].ShouldBe(Report.Bytes("csv", Some.HostileResult(), ReportOptions.File));
    }

    [Fact]
    public void Csv_row_says_what_is_wrong_with_which_image()
    {
        var rows = Rows(Report.Of("csv", Some.Many(1)));
        var row = rows[0].Zip(rows[1]).ToDictionary(cell => cell.First, cell => cell.Second);

        row["outcome"].ShouldBe("fail");
        row["policy"].ShouldBe("no-public-exposure");
        row["imageName"].ShouldBe("image-000000");
        row["categories"].ShouldBe("private shared-accepted");
        row["reasons"].ShouldBe("__system__cmkid is missing, expected not empty | status is active, expected notEquals active");
    }

    [Fact]
    public void Ndjson_has_a_line_for_each_finding_as_the_result_has_it()
    {
        var result = Some.Many(40);
        var lines = Report.Of("ndjson", result).TrimEnd('\n').Split('\n');
        using var json = JsonDocument.Parse(Report.Of("json", result));

        lines.Length.ShouldBe(43);
        foreach (var (line, finding) in lines.Zip(json.RootElement.GetProperty("findings").EnumerateArray()))
        {
            using var parsed = JsonDocument.Parse(line);
            JsonElement.DeepEquals(parsed.RootElement, finding).ShouldBeTrue();
        }
    }

    [Fact]
    public void Json_has_the_contract_s_members_in_order()
    {
        using var json = JsonDocument.Parse(Report.Of("json", Some.Many(1)));

        Names(json.RootElement).ShouldBe(["schema", "tool", "run", "summary", "policies", "findings", "waivers", "baseline"]);
        Names(json.RootElement.GetProperty("run")).ShouldBe(["id", "asOf", "startedAt", "finishedAt", "complete", "listings", "images", "policySetSha256", "snapshotSha256", "waiversSha256", "notes", "language"]);
        Names(json.RootElement.GetProperty("summary")).ShouldBe(["images", "policies", "findings", "errors", "waived", "baselined", "compliance", "gate"]);
        Names(json.RootElement.GetProperty("policies")[0]).Take(9).ShouldBe(["id", "title", "severity", "evaluated", "pass", "fail", "error", "notApplicable", "waived"]);
        Names(json.RootElement.GetProperty("findings")[0]).ShouldBe(["fingerprint", "policy", "severity", "outcome", "baselined", "image", "group", "images", "reasons", "message", "waiver", "firstSeen", "fields"]);
        Names(json.RootElement.GetProperty("findings")[0].GetProperty("image")).ShouldBe(["id", "name", "cloud", "region", "project", "category", "categories"]);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static List<List<string>> Rows(string csv)
    {
        using var reader = CsvReader.Create(new StringReader(csv), new CsvReaderOptions { HasHeader = false });
        var rows = new List<List<string>>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(at => reader[at].ToString())]);
        return rows;
    }
}
