using System.CommandLine;
using ImsAudit.Cli.Outputs;
using ImsAudit.Reporting.Templates;

namespace ImsAudit.Cli.Commands;

/// <summary><c>template list</c>: the shipped templates and their parts.</summary>
internal static class TemplateListCommand
{
    public static Command Create(BindCommand bind)
    {
        var command = new Command("list", "List the shipped templates and their parts: a table on a terminal, else tab-separated.");
        bind(command, (invocation, _) =>
        {
            ColumnTable.Write(invocation, ["file", "what it is"], [.. ShippedTemplates.All.Select(template => (IReadOnlyList<string>)[template.Name, template.What])]);
            return Task.FromResult(ExitCode.Clean);
        });
        return command;
    }
}
