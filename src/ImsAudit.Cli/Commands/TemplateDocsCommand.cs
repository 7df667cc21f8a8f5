using System.CommandLine;
using ImsAudit.Cli.Outputs;
using ImsAudit.Reporting.Documentation;

namespace ImsAudit.Cli.Commands;

/// <summary><c>template docs</c>: how templates are written, and what they get.</summary>
internal static class TemplateDocsCommand
{
    public static Command Create(BindCommand bind)
    {
        var command = new Command("docs", "Print a page about templates as Markdown: how they are written, and every member of what they get.");
        bind(command, (invocation, _) =>
        {
            using var text = new PlainText(invocation.Surroundings);
            text.Lines(TemplatePage.Write().TrimEnd('\n'));
            return Task.FromResult(ExitCode.Clean);
        });
        return command;
    }
}
