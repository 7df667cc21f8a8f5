using System.CommandLine;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Selection;
using ImsAudit.Policies;
using ImsAudit.Reporting.Documentation;

namespace ImsAudit.Cli.Commands;

/// <summary><c>policy docs</c>: a page about policies, made from them.</summary>
internal static class PolicyDocsCommand
{
    public static Command Create(BindCommand bind)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Policy files, or folders of them; builtin: names the built-in ones. [default: builtin:]", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("docs", "Print a page about policies, packs, lists and tables as Markdown.") { paths };
        bind(command, (invocation, parse) => RunAsync(invocation, parse.GetValue(paths) is { Length: > 0 } given ? given : [BuiltInPolicies.Name]));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, IReadOnlyList<string> paths)
    {
        var errors = new List<PolicyError>();
        var (set, wrong) = await PolicyLoader.LoadAsync(PolicyFiles.Read(invocation.Surroundings, paths, errors), []);
        errors.AddRange(wrong);
        if (set is null || errors.Count > 0) throw new UserMistakeException([.. errors.Select(error => error.ToString())]);
        using var text = new PlainText(invocation.Surroundings);
        text.Lines(PolicyPage.Write(set).TrimEnd('\n'));
        return ExitCode.Clean;
    }
}
