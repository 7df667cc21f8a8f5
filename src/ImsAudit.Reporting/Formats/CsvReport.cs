using CsvHelper;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary><c>csv</c> (RFC 4180): a header, a row for each gap, a row for each finding, the closing rows. Each cell passes <see cref="SpreadsheetCell"/>.</summary>
internal static class CsvReport
{
    private static readonly string[] Columns =
    [
        "outcome", "severity", "policy", "title", "imageId", "imageName", "cloud", "region", "project", "category", "categories",
        "group", "imageCount", "images", "reasons", "message", "baselined", "waiverReason", "waiverOwner", "waiverTicket", "waiverExpires",
        "firstSeen", "fingerprint", "ageDays", "new",
    ];

    public static void Write(AuditResult result, Stream output, ReportOptions options, CancellationToken cancellationToken)
    {
        if (options.CsvBom) output.Write("\uFEFF"u8);
        // CsvHelper's own defence looks at the first character only, so it is off; quotes and line ends are its work.
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\r\n", HasHeader = true }, leaveOpen: true);
        WriteRow(csv, Columns);
        foreach (var gap in Gap.Of(result)) WriteRow(csv, Cells(gap));
        var titles = result.Policies.DistinctBy(policy => policy.Id).ToDictionary(policy => policy.Id, policy => policy.Title, StringComparer.Ordinal);
        foreach (var finding in result.Findings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteRow(csv, Cells(finding, titles.GetValueOrDefault(finding.Policy)));
        }
        foreach (var row in ClosingRow.Of(result)) WriteRow(csv, Cells(row, row.Policy is null ? null : titles.GetValueOrDefault(row.Policy)));
    }

    private static void WriteRow(CsvWriter csv, string?[] cells)
    {
        foreach (var cell in cells) csv.WriteField(SpreadsheetCell.Defuse(cell ?? ""));
        csv.EndRecord();
    }

    private static string?[] Cells(Gap gap)
    {
        var scope = gap.Listing?.Scope;
        return
        [
            "incomplete", null, null, null, null, null, scope?.Cloud, scope?.Region, scope?.Project, gap.Category, null,
            null, null, null, null, gap.Error, null, null, null, null, null,
            null, null, null, null,
        ];
    }

    private static string?[] Cells(ClosingRow row, string? title) =>
    [
        row.Outcome, row.Gone?.Severity.Name(), row.Policy, title, row.Gone?.ImageId, row.Gone?.ImageId is null ? null : row.Gone.Subject, null, null, null, null, null,
        row.Gone is { ImageId: null } gone ? Words.Subject(gone) : null, null, null, null, row.Message, "false",
        row.Waiver?.Reason, row.Waiver?.Owner, row.Waiver?.Ticket, row.Waiver is { } waiver ? Words.Day(waiver.Expires) : null,
        null, row.Gone?.Fingerprint, null, null,
    ];

    private static string?[] Cells(Finding finding, string? title)
    {
        var image = finding.Image;
        return
        [
            finding.Outcome.Name(), finding.Severity.Name(), finding.Policy, title,
            image?.Id, image?.Name, image?.Cloud, image?.Region, image?.Project, image?.Category, image is null ? null : string.Join(' ', image.Categories),
            finding.Group is null ? null : Words.Group(finding), finding.Images?.Count.ToString(), finding.Images is null ? null : string.Join(' ', finding.Images.Select(member => member.Id)),
            string.Join(" | ", finding.Reasons.Select(Words.Reason)), finding.Message, finding.Baselined ? "true" : "false",
            finding.Waiver?.Reason, finding.Waiver?.Owner, finding.Waiver?.Ticket, finding.Waiver is { } waiver ? Words.Day(waiver.Expires) : null,
            finding.FirstSeen is { } time ? SafeJson.Time(time) : null, finding.Fingerprint,
            finding.AgeDays?.ToString(), finding.AgeDays is null ? null : finding.New ? "true" : "false",
        ];
    }
}
