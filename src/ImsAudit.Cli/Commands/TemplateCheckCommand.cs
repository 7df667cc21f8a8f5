using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Templates;

namespace ImsAudit.Cli.Commands;

/// <summary><c>template check</c>: a user's template against made-up results of every kind.</summary>
internal static class TemplateCheckCommand
{
    private const string Scan = "scan";
    private const string Period = "period";
    private static readonly string[] s_reports = [Scan, Period];
    private static readonly IReadOnlyList<string> s_formats = [.. ReportFormats.All.Where(format => format.TakesTemplate).Select(format => format.Name)];

    public static Command Create(BindCommand bind)
    {
        var file = new Argument<string>("FILE") { Description = "The template." };
        var format = CliOption.Maybe("--format", string.Join('|', s_formats), "The output that the template is for.", "html or markdown by the file's ending, else text");
        var of = CliOption.Maybe("--of", string.Join('|', s_reports), "The report that the template shapes: of a scan, or of a period (imsaudit report --history).", "the one that it renders");
        var strict = CliOption.Flag("--strict", "Exit with 1 on warnings.");
        var command = new Command("check", "Render a template with made-up results of every kind: empty, incomplete, hostile, large. Exit with 2 when it is wrong; each error has a file, line and column.") { file, format, of, strict };
        bind(command, (invocation, parse) => Task.FromResult(Run(invocation, (parse.GetRequiredValue(file), Choice(invocation, format, s_formats), Choice(invocation, of, s_reports)), parse.GetValue(strict))));
        return command;
    }

    private static string? Choice(Invocation invocation, Option<string> option, IReadOnlyList<string> choices) =>
        invocation.Settings.IsOnCommandLine(option) ? invocation.Settings.Choice(option, choices) : null;

    private static int Run(Invocation invocation, (string File, string? Format, string? Of) given, bool strict)
    {
        invocation.Settings.Check();
        var template = ReportTemplate.Load(invocation.Surroundings.PathOf(given.File));
        var format = given.Format ?? TemplateCheck.FormatOf(given.File);
        var (of, review) = Review((template, format), given.Of, invocation.Cancellation);
        if (review.Errors.Count > 0) throw new UserMistakeException(review.Errors);
        using var text = new PlainText(invocation.Surroundings);
        foreach (var warning in review.Warnings) text.Line($"{given.File}: warning: {warning}");
        text.Line($"{given.File}: renders {format} of {review.Trials} {(of == Period ? "periods" : "results")}; {(review.Warnings.Count == 1 ? "1 warning" : $"{review.Warnings.Count} warnings")}.");
        return strict && review.Warnings.Count > 0 ? ExitCode.Violations : ExitCode.Clean;
    }

    /// <summary>What is told of a template that is wrong as either is what it is as the report of a scan.</summary>
    private static (string Of, TemplateReview Review) Review((ReportTemplate Template, string Format) tried, string? of, CancellationToken cancellationToken)
    {
        if (of == Period) return (Period, TemplateCheck.OfPeriod(tried.Template, tried.Format, cancellationToken));
        var scan = TemplateCheck.OfScan(tried.Template, tried.Format, cancellationToken);
        if (of is not null || scan.Errors.Count == 0) return (Scan, scan);
        var period = TemplateCheck.OfPeriod(tried.Template, tried.Format, cancellationToken);
        return period.Errors.Count == 0 ? (Period, period) : (Scan, scan);
    }
}
