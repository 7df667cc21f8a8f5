using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Templates;
using ImsAudit.Weekly;

namespace ImsAudit.Reporting.Weekly;

/// <summary>Writes the report of a period. The stream stays open; UTF-8 without a byte order mark.</summary>
public delegate void WriteWeekly(WeeklyReport report, Stream output, ReportOptions options, CancellationToken cancellationToken);

/// <param name="Name">As <c>--output NAME=FILE</c> spells it.</param>
/// <param name="TakesTemplate">True when <c>--template</c> may shape it.</param>
public sealed record WeeklyFormat(string Name, bool TakesTemplate, WriteWeekly Write);

/// <summary>The formats of the report of a period. The others tell of one scan, and a history has many.</summary>
public static class WeeklyFormats
{
    public static IReadOnlyList<WeeklyFormat> All { get; } =
    [
        new("json", TakesTemplate: false, (report, output, _, _) => WeeklyJson.Write(report, output)),
        new("text", TakesTemplate: true, WeeklyText.Write),
        new("html", TakesTemplate: true, (report, output, options, cancellationToken) => Render((report, options.Template ?? ReportTemplate.Shipped("weekly.html")), new HtmlEncoding(), output, cancellationToken)),
        new("markdown", TakesTemplate: true, (report, output, options, cancellationToken) => Render((report, options.Template ?? ReportTemplate.Shipped("weekly.md")), new MarkdownEncoding(), output, cancellationToken)),
    ];

    /// <summary>The format of that name; null when there is none.</summary>
    public static WeeklyFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);

    internal static void Render((WeeklyReport Report, ReportTemplate Template) shown, ReportEncoding encoding, Stream output, CancellationToken cancellationToken)
    {
        using var text = Utf8Text.Into(output);
        shown.Template.Render((WeeklyModel.Of(shown.Report), WeeklyModel.RowsOf(shown.Report)), encoding, text, cancellationToken);
    }
}
