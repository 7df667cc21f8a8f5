using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Selection;
using ImsAudit.Images;
using ImsAudit.Policies;

namespace ImsAudit.Cli.Commands;

/// <summary><c>policy list</c>: what there is.</summary>
internal static class PolicyListCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var command = new Command("list", "List policies: a table on a terminal, else tab-separated.");
        command.Add([.. options.Policy.Choosing, options.Policy.Lang]);
        bind(command, (invocation, _) => RunAsync(invocation));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var policies = await PolicySelection.ReadAsync(invocation);
        var language = ScanOptions.Language(invocation);
        invocation.Settings.Check();
        ColumnTable.Write(invocation, ["id", "severity", "title", "categories", "tags"], [.. policies!.Policies.Select(policy => Row(policy, language))]);
        return ExitCode.Clean;
    }

    private static string[] Row(Policy policy, string language) =>
    [
        policy.Id,
        policy.Severity.Name(),
        policy.Title.In(language),
        policy.Categories == CategorySet.All ? "all" : policy.Categories.ToString(),
        string.Join(", ", policy.Tags),
    ];
}
