namespace ImsAudit.Reporting.Formats;

/// <summary>Every format that there is. A new one is its writer and a line here.</summary>
public static class ReportFormats
{
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("json", ".json", TakesTemplate: false, JsonReport.Write),
        new("ndjson", ".ndjson", TakesTemplate: false, NdjsonReport.Write),
        new("csv", ".csv", TakesTemplate: false, CsvReport.Write),
        new("text", ".txt", TakesTemplate: true, TextReport.Write),
        new("html", ".html", TakesTemplate: true, HtmlReport.Write),
        new("markdown", ".md", TakesTemplate: true, MarkdownReport.Write),
        new("sarif", ".sarif", TakesTemplate: false, Sarif.SarifReport.Write),
        new("junit", ".xml", TakesTemplate: false, JUnit.JUnitReport.Write),
        new("github", ".github.txt", TakesTemplate: false, GitHub.GitHubAnnotations.Write),
        new("gitlab", ".gitlab.json", TakesTemplate: false, GitLabReport.Write),
        new("ocsf", ".ocsf.ndjson", TakesTemplate: false, Ocsf.OcsfReport.Write),
    ];

    /// <summary>The format of that name; null when there is none.</summary>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
