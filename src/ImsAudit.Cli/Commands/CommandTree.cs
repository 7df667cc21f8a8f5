using System.CommandLine;
using ImsAudit.Cli.Options;

namespace ImsAudit.Cli.Commands;

/// <summary>Gives a command what it does when it runs.</summary>
internal delegate void BindCommand(Command command, Func<Invocation, ParseResult, Task<int>> run);

/// <summary>Every command, in the order of the help. A new one is its file and a line here.</summary>
internal static class CommandTree
{
    public static IReadOnlyList<Command> All(CliOptions options, BindCommand bind) =>
    [
        ScanCommand.Create(options, bind),
        CollectCommand.Create(options, bind),
        ReportCommand.Create(options, bind),
        DiffCommand.Create(options, bind),
        VerifyCommand.Create(bind),
        ExplainCommand.Create(options, bind),
        PolicyCommand(options, bind),
        WaiversCommand(options, bind),
        TemplateCommand(bind),
        HistoryCommand(options, bind),
        FieldsCommand.Create(options, bind),
        AuthCommand(options, bind),
        DemoCommand.Create(bind),
        SimulateCommand.Create(options, bind),
    ];

    private static Command WaiversCommand(CliOptions options, BindCommand bind) => new("waivers", "See how waivers stand, and hold them to it.")
    {
        WaiversListCommand.Create(options, bind),
        WaiversLintCommand.Create(options, bind),
    };

    private static Command TemplateCommand(BindCommand bind) => new("template", "Templates of reports: look at the shipped ones, write your own.")
    {
        TemplateListCommand.Create(bind),
        TemplateExportCommand.Create(bind),
        TemplateCheckCommand.Create(bind),
        TemplateDocsCommand.Create(bind),
    };

    private static Command HistoryCommand(CliOptions options, BindCommand bind) => new("history", "Look at past scans: what was found, how it went, for how long.")
    {
        HistoryListCommand.Create(options, bind),
        HistoryShowCommand.Create(options, bind),
        HistoryTrendCommand.Create(options, bind),
        HistoryPruneCommand.Create(options, bind),
        HistoryExportCommand.Create(options, bind),
    };

    private static Command AuthCommand(CliOptions options, BindCommand bind) => new("auth", "See whether signing in works.")
    {
        AuthCheckCommand.Create(options, bind),
    };

    private static Command PolicyCommand(CliOptions options, BindCommand bind) => new("policy", "Look at policies, check them, test them.")
    {
        PolicyListCommand.Create(options, bind),
        PolicyShowCommand.Create(options, bind),
        PolicyValidateCommand.Create(bind),
        PolicyTestCommand.Create(bind),
        PolicyLintCommand.Create(options, bind),
        PolicyImpactCommand.Create(options, bind),
        PolicyDocsCommand.Create(bind),
        PolicySchemaCommand.Create(bind),
    };
}
