using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Selection;
using ImsAudit.Cli.Sources;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Linting;
using ImsAudit.Policies;

namespace ImsAudit.Cli.Commands;

/// <summary><c>policy lint</c>: valid policies that cannot mean what they say. Silent when there is nothing to say.</summary>
internal static class PolicyLintCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Policy files, or folders of them; builtin: names the built-in ones.", Arity = ArgumentArity.OneOrMore };
        var strict = CliOption.Flag("--strict", "Exit with 1 on warnings too.");
        var command = new Command("lint", "Find conditions that are never true or never false, misspelt fields, and what nothing uses. Silent when there is nothing to say; exit with 1 on an error.") { paths };
        command.Add([options.Source.From, options.Source.Project, options.Source.Region, options.Policy.AsOf, strict]);
        bind(command, (invocation, parse) => RunAsync(invocation, parse.GetRequiredValue(paths), parse.GetValue(strict)));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, IReadOnlyList<string> paths, bool strict)
    {
        var asOf = invocation.Settings.Time(invocation.Settings.Options.Policy.AsOf) ?? invocation.Surroundings.Clock.GetUtcNow();
        invocation.Settings.Check();
        var (set, layers) = await PolicyPaths.LoadAsync(invocation, paths);
        var findings = PolicyLinter.Lint(set, layers).ToList();
        var completeness = await AddFromImagesAsync(invocation, set, asOf, findings);
        using (var text = new PlainText(invocation.Surroundings))
            foreach (var finding in findings)
                text.Line(finding.ToString());
        if (completeness == Completeness.Incomplete) return ExitCode.Incomplete;
        return findings.Exists(finding => strict || finding.Level == LintLevel.Error) ? ExitCode.Violations : ExitCode.Clean;
    }

    private static async Task<Completeness?> AddFromImagesAsync(Invocation invocation, PolicySet set, DateTimeOffset asOf, List<LintFinding> findings)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options.Source);
        // A configured "from" is about scans.
        if (!settings.IsOnCommandLine(options.From)) return null;
        var given = new ImageScope(Cloud: null, settings.Text(options.Region), settings.Text(options.Project));
        using var inventory = await FileSource.OpenAsync(invocation, settings.Texts(options.From), given);
        findings.AddRange(await PolicyLinter.LintAgainstAsync(set, inventory, asOf, invocation.Cancellation));
        ScanVerdict.SayIncomplete(invocation.Log, inventory.Completeness, inventory.Listings);
        return inventory.Completeness;
    }
}
