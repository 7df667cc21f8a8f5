using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Templates;

namespace ImsAudit.Reporting.Differences;

/// <summary>Every format that differences are written in.</summary>
public static class DiffFormats
{
    // GitHub refuses a step's summary of more than 1 MiB; some of it is left to what else the step writes.
    private const int MostBytesOfMarkdown = 1_000_000;

    public static IReadOnlyList<DiffFormat> All { get; } =
    [
        new("text", ".txt", DiffText.Write),
        new("markdown", ".md", (difference, output, _, cancellationToken) =>
        {
            using var text = Utf8Text.Into(output);
            ReportTemplate.Shipped("diff.md").Within(MostBytesOfMarkdown).Render(DiffModel.Of(difference), new MarkdownEncoding(), text, cancellationToken);
        }),
        new("html", ".html", (difference, output, _, cancellationToken) =>
        {
            using var text = Utf8Text.Into(output);
            ReportTemplate.Shipped("diff.html").Render(DiffModel.Of(difference), new HtmlEncoding(), text, cancellationToken);
        }),
        new("json", ".json", (difference, output, _, _) => DiffJson.Write(difference, output)),
    ];

    /// <summary>The format of that name; null when there is none.</summary>
    public static DiffFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
