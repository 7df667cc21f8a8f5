using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Samples;
using ImsAudit.Reporting.Templates;

namespace ImsAudit.Cli.Commands;

/// <summary><c>template check</c>: a user's template against made-up results of every kind.</summary>
internal static class TemplateCheckCommand
{
    private static readonly IReadOnlyList<string> s_formats = [.. ReportFormats.All.Where(format => format.TakesTemplate).Select(format => format.Name)];

    public static Command Create(BindCommand bind)
    {
        var file = new Argument<string>("FILE") { Description = "The template." };
        var format = CliOption.Maybe("--format", string.Join('|', s_formats), "The output that the template is for.", "html or markdown by the file's ending, else text");
        var strict = CliOption.Flag("--strict", "Exit with 1 on warnings.");
        var command = new Command("check", "Render a template with made-up results of every kind: empty, incomplete, hostile, large. Exit with 2 when it is wrong; each error has a file, line and column.") { file, format, strict };
        bind(command, (invocation, parse) => Task.FromResult(Run(invocation, (parse.GetRequiredValue(file), FormatOf(invocation, format)), parse.GetValue(strict))));
        return command;
    }

    private static ReportFormat? FormatOf(Invocation invocation, Option<string> option)
    {
        if (!invocation.Settings.IsOnCommandLine(option)) return null;
        return ReportFormats.Find(invocation.Settings.Choice(option, s_formats));
    }

    private static int Run(Invocation invocation, (string File, ReportFormat? Format) given, bool strict)
    {
        invocation.Settings.Check();
        var template = ReportTemplate.Load(invocation.Surroundings.PathOf(given.File));
        var format = given.Format ?? TemplateCheck.FormatOf(given.File);
        var review = TemplateCheck.Of(template, format, invocation.Cancellation);
        if (review.Errors.Count > 0) throw new UserMistakeException(review.Errors);
        using var text = new PlainText(invocation.Surroundings);
        foreach (var warning in review.Warnings) text.Line($"{given.File}: warning: {warning}");
        text.Line($"{given.File}: renders {format.Name} of {SampleResults.All.Count} results; {(review.Warnings.Count == 1 ? "1 warning" : $"{review.Warnings.Count} warnings")}.");
        return strict && review.Warnings.Count > 0 ? ExitCode.Violations : ExitCode.Clean;
    }
}
