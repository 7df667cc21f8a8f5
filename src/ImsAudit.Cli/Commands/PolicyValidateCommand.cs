using System.CommandLine;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Selection;
using ImsAudit.Policies;
using ImsAudit.PolicyTests;

namespace ImsAudit.Cli.Commands;

/// <summary><c>policy validate</c>: every mistake of every file, at once.</summary>
internal static class PolicyValidateCommand
{
    public static Command Create(BindCommand bind)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Policy files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("validate", "Check policy files; print every mistake as file:line:column: message. Exit with 2 when there is any.") { paths };
        bind(command, (invocation, parse) => RunAsync(invocation, parse.GetRequiredValue(paths)));
        return command;
    }

    /// <summary>Of the policies, then of what changes or tests them, which can be judged only beside policies that load.</summary>
    private static async Task<IReadOnlyList<PolicyError>> MistakesAsync(IReadOnlyList<PolicyLayer> layers)
    {
        var (set, wrong) = await PolicyLoader.LoadAsync(layers, []);
        if (set is null) return wrong;
        var mistakes = new List<PolicyError>();
        foreach (var pack in set.Packs) mistakes.AddRange((await PolicyLoader.LoadAsync(layers, [], pack.Id)).Errors);
        mistakes.AddRange(PolicyTestRunner.Mistakes(set, layers));
        return [.. mistakes.Distinct()];
    }

    private static async Task<int> RunAsync(Invocation invocation, IReadOnlyList<string> paths)
    {
        var errors = new List<PolicyError>();
        var layers = PolicyFiles.Read(invocation.Surroundings, paths, errors);
        errors.AddRange(await MistakesAsync(layers));
        var warnings = layers.SelectMany(layer => layer.Files).Where(file => file.Kind == PolicyFileKind.Policy).SelectMany(PolicyWarnings.Of).ToList();
        foreach (var error in errors) invocation.Log.Error(error.ToString());
        foreach (var warning in warnings) invocation.Log.Info(warning.ToString());
        var files = layers.Sum(layer => layer.Files.Count);
        using var text = new PlainText(invocation.Surroundings);
        text.Line($"files: {files}, mistakes: {errors.Count}, warnings: {warnings.Count}");
        return errors.Count == 0 ? ExitCode.Clean : ExitCode.Mistake;
    }
}
