using System.CommandLine;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Selection;
using ImsAudit.Policies;
using ImsAudit.PolicyTests;
using ImsAudit.Results;

namespace ImsAudit.Cli.Commands;

/// <summary><c>policy test</c>: run the cases that lie beside policies.</summary>
internal static class PolicyTestCommand
{
    public static Command Create(BindCommand bind)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Policy files with their *.tests.json, or folders of them; builtin: names the built-in ones.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("test", "Run policies against the cases beside them. Exit with 1 when a case comes out otherwise than expected.") { paths };
        bind(command, (invocation, parse) => RunAsync(invocation, parse.GetRequiredValue(paths)));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, IReadOnlyList<string> paths)
    {
        var errors = new List<PolicyError>();
        var layers = PolicyFiles.Read(invocation.Surroundings, paths, errors);
        var (set, wrong) = await PolicyLoader.LoadAsync(layers, []);
        errors.AddRange(wrong);
        if (set is null || errors.Count > 0) throw new UserMistakeException([.. errors.Select(error => error.ToString())]);
        var report = await PolicyTestRunner.RunAsync(set, layers, policy => policy.File.StartsWith(BuiltInPolicies.Name, StringComparison.Ordinal));
        if (report.Results.Count == 0 && report.Errors.Count == 0)
            throw new UserMistakeException($"{string.Join(", ", paths)}: there is no case to run. Cases stand in files named *.tests.json beside the policies.");
        return Say(invocation, report);
    }

    private static int Say(Invocation invocation, PolicyTestReport report)
    {
        foreach (var error in report.Errors) invocation.Log.Error(error.ToString());
        var failed = report.Results.Where(result => !result.Passed).ToList();
        using var text = new PlainText(invocation.Surroundings);
        foreach (var result in failed)
            text.Line($"{result.File}:{result.Position.Line}:{result.Position.Column}: {result.Policy}, case \"{result.Case}\": expected {result.Expected.Name()}, came out as {result.Actual.Name()}: {result.Why}");
        text.Line($"cases: {report.Results.Count}, failed: {failed.Count}, mistakes: {report.Errors.Count}");
        if (report.Errors.Count > 0) return ExitCode.Mistake;
        return failed.Count > 0 ? ExitCode.Violations : ExitCode.Clean;
    }
}
