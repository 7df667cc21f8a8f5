using System.CommandLine;
using ImsAudit.Cli.Comparing;
using ImsAudit.Cli.Options;
using ImsAudit.Differences;

namespace ImsAudit.Cli.Commands;

/// <summary><c>diff</c>: what changed from one scan or snapshot to another.</summary>
internal static class DiffCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var old = new Argument<string>("OLD") { Description = "A result (scan --output json=FILE) or a snapshot, also compressed; its content tells which. - is standard input." };
        var @new = new Argument<string>("NEW") { Description = "What it is compared with: a result with a result, a snapshot with a snapshot." };
        var own = new DiffOptions();
        var command = new Command(
            "diff",
            "Show what changed: findings of two results (new, fixed, still open, waived since), images of two snapshots (added, removed, changed in a field that a policy reads). "
            + "What one side did not see is called neither new nor gone. Exit code: 0; 2 when the input is wrong; 3 when a side is incomplete.") { old, @new };
        command.Add([.. own.All, .. options.Policy.Choosing]);
        bind(command, (invocation, parse) => RunAsync(invocation, (parse.GetRequiredValue(old), parse.GetRequiredValue(@new)), own));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, (string Old, string New) files, DiffOptions own)
    {
        var settings = invocation.Settings;
        var snapshots = own.Snapshots(settings);
        var outputs = new DiffOutputs(invocation, own.Output, [files.Old, files.New, .. snapshots is { } given ? [given.Old, given.New] : Array.Empty<string>()]);
        var language = own.Language(settings);
        settings.Check();

        var comparison = new Comparison(invocation, settings.Flag(own.AllFields));
        var difference = await comparison.OfAsync(files, snapshots);
        if (language is not null) difference = difference with { Language = language };
        await outputs.WriteAsync(difference with { Tool = Product.Tool });
        return Conclude(invocation, difference);
    }

    private static int Conclude(Invocation invocation, Difference difference)
    {
        if (!difference.IsIncomplete) return ExitCode.Clean;
        invocation.Log.Error("INCOMPLETE: a side did not see everything that it was to see; what it did not see is called neither new nor gone.");
        return ExitCode.Incomplete;
    }
}
