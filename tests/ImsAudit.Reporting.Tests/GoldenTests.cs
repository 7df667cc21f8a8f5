using System.Security.Cryptography;
using System.Text;
using ImsAudit.Inventories;
using ImsAudit.Reporting.Formats;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests;

public sealed class GoldenTests
{
    public static TheoryData<string> Formats => [.. ReportFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Format_of_an_empty_result_is_its_golden(string format) => Hold("empty", format, Some.Empty());

    [Theory]
    [MemberData(nameof(Formats))]
    public void Format_of_an_incomplete_result_is_its_golden(string format) => Hold("incomplete", format, Some.Empty(Completeness.Incomplete));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Format_of_a_hostile_result_is_its_golden(string format) => Hold("hostile", format, Some.HostileResult());

    [Theory]
    [MemberData(nameof(Formats))]
    public void Format_of_1500_findings_is_its_golden(string format)
    {
        var report = Report.Bytes(format, Some.Many(1500));

        Goldens.Hold($"many{Extension(format)}.excerpt", Excerpt(report));
    }

    [Fact]
    public void Text_on_a_terminal_is_its_golden() =>
        Goldens.Hold("terminal.ansi", Report.Bytes("text", Some.Many(150), ReportOptions.Terminal(width: 80, colour: true)));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Saved_result_renders_the_same_bytes(string format)
    {
        foreach (var result in new[] { Some.Many(60), Some.HostileResult(), Some.Empty(Completeness.NotKnown) })
        {
            var saved = ResultJson.Read(Report.Bytes("json", result), "result.json");

            Report.Bytes(format, saved).ShouldBe(Report.Bytes(format, result));
        }
    }

    private static void Hold(string name, string format, AuditResult result) => Goldens.Hold(name + Extension(format), Report.Bytes(format, result));

    private static string Extension(string format) => ReportFormats.Find(format)!.Extension;

    // The whole would be megabytes: the beginning, the end, and the hash of everything.
    private static byte[] Excerpt(byte[] report)
    {
        var lines = Encoding.UTF8.GetString(report).Split('\n');
        var head = Math.Max(0, Array.IndexOf(lines, "<body>"));
        var excerpt = string.Join('\n', [.. lines.Skip(head).Take(60), "…", .. lines.TakeLast(40)]);
        return Encoding.UTF8.GetBytes($"{excerpt}\nsha256 {Convert.ToHexStringLower(SHA256.HashData(report))}, {report.Length} bytes\n");
    }
}
