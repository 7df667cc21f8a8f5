using System.CommandLine;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Selection;
using ImsAudit.Policies;

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

    private static async Task<int> RunAsync(Invocation invocation, IReadOnlyList<string> paths)
    {
        var errors = new List<PolicyError>();
        var layers = PolicyFiles.Read(invocation.Surroundings, paths, errors);
        var (_, wrong) = await PolicyLoader.LoadAsync(layers, []);
        errors.AddRange(wrong);
        var warnings = layers.SelectMany(layer => layer.Files).Where(file => file.Kind == PolicyFileKind.Policy).SelectMany(PolicyWarnings.Of).ToList();
        foreach (var error in errors) invocation.Log.Error(error.ToString());
        foreach (var warning in warnings) invocation.Log.Info(warning.ToString());
        var files = layers.Sum(layer => layer.Files.Count);
        using var text = new PlainText(invocation.Surroundings);
        text.Line($"files: {files}, mistakes: {errors.Count}, warnings: {warnings.Count}");
        return errors.Count == 0 ? ExitCode.Clean : ExitCode.Mistake;
    }
}
