using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Selection;
using ImsAudit.Policies;
using ImsAudit.PolicyTests;
using ImsAudit.PolicyTests.Mutation;
using ImsAudit.Results;

namespace ImsAudit.Cli.Commands;

/// <summary><c>policy test</c>: run the cases that lie beside policies, and tell what they leave out.</summary>
internal static class PolicyTestCommand
{
    private const string About =
        "Run policies against the cases beside them. Exit with 1 when a case comes out otherwise than expected. "
        + "Each condition on a field, list or parameter that was not true in one case and false in another is listed; "
        + "what stands inside of anyItem, everyItem and refersTo is counted as one with it.";

    public static Command Create(BindCommand bind)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Policy files with their *.tests.json, or folders of them; builtin: names the built-in ones.", Arity = ArgumentArity.OneOrMore };
        var mutate = CliOption.Flag("--mutate", "Change each operator, operand and connective in turn, and list the changes that no case notices. Exit with 1 when there is any.");
        var requireCoverage = CliOption.Flag("--require-coverage", "Exit with 1 when a condition was not both true and false.");
        var command = new Command("test", About) { paths, mutate, requireCoverage };
        bind(command, (invocation, parse) => RunAsync(invocation, parse.GetRequiredValue(paths), (parse.GetValue(mutate), parse.GetValue(requireCoverage))));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, IReadOnlyList<string> paths, (bool Mutate, bool RequireCoverage) wanted)
    {
        var errors = new List<PolicyError>();
        var layers = PolicyFiles.Read(invocation.Surroundings, paths, errors);
        var (set, wrong) = await PolicyLoader.LoadAsync(layers, []);
        errors.AddRange(wrong);
        if (set is null || errors.Count > 0) throw new UserMistakeException([.. errors.Select(error => error.ToString())]);
        var report = await PolicyTestRunner.RunAsync(set, layers, policy => policy.File.StartsWith(BuiltInPolicies.Name, StringComparison.Ordinal));
        if (report.Results.Count == 0 && report.Errors.Count == 0)
            throw new UserMistakeException($"{string.Join(", ", paths)}: there is no case to run. Cases stand in files named *.tests.json beside the policies.");
        using var text = new PlainText(invocation.Surroundings);
        foreach (var error in report.Errors) invocation.Log.Error(error.ToString());
        Say(text, report);
        if (report.Errors.Count > 0) return ExitCode.Mistake;
        var passed = report.Passed && !(wanted.RequireCoverage && report.Uncovered.Count > 0);
        if (wanted.Mutate) passed &= await MutateAsync(text, report, invocation.Cancellation);
        return passed ? ExitCode.Clean : ExitCode.Violations;
    }

    private static void Say(PlainText text, PolicyTestReport report)
    {
        var failed = report.Results.Where(result => !result.Passed).ToList();
        foreach (var result in failed)
            text.Line($"{result.File}:{result.Position.Line}:{result.Position.Column}: {result.Policy}, case \"{result.Case}\": expected {result.Expected.Name()}, came out as {result.Actual.Name()}: {result.Why}");
        foreach (var leaf in report.Uncovered) text.Line(leaf.ToString());
        text.Line($"cases: {report.Results.Count}, failed: {failed.Count}, mistakes: {report.Errors.Count}");
        text.Line($"conditions: {report.Leaves}, true in one case and false in another: {report.Leaves - report.Uncovered.Count}");
    }

    private static async Task<bool> MutateAsync(PlainText text, PolicyTestReport report, CancellationToken cancellationToken)
    {
        if (!report.Passed)
        {
            text.Line("mutants: none was made, because cases fail");
            return false;
        }
        var mutation = await MutationRun.OfAsync(report, cancellationToken);
        foreach (var survivor in mutation.Survivors) text.Line(survivor.ToString());
        text.Line($"mutants: {mutation.Mutants}, not noticed: {mutation.Survivors.Count}");
        return mutation.Survivors.Count == 0;
    }
}
