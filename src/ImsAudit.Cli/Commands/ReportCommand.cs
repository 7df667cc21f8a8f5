using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Files;
using ImsAudit.Results;

namespace ImsAudit.Cli.Commands;

/// <summary><c>report</c>: render a saved result again, or tell of a period of a history.</summary>
internal static class ReportCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var file = new Argument<string?>("RESULT.json") { Description = "A result that scan --output json=FILE wrote; - is standard input. Without one, a period of --history is told of.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("report", "Render a saved result again: no network, byte for byte the same. Or, with --history, what changed in a period: compliance over time, new, fixed and due violations, waivers, shares, drift.") { file };
        command.Add([.. options.Output.Reports, .. options.History.All, .. options.Period.All, options.Policy.AsOf, options.Policy.Lang]);
        bind(command, (invocation, parse) => parse.GetValue(file) is { } given ? RunAsync(invocation, given) : WeeklyReportCommand.RunAsync(invocation));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, string file)
    {
        var settings = invocation.Settings;
        Option[] others = [settings.Options.History.History, .. settings.Options.Period.All, settings.Options.Policy.AsOf, settings.Options.Policy.Lang];
        foreach (var option in others.Where(settings.IsOnCommandLine))
            settings.Mistake($"{option.Name} is about a period of a history, and {file} is the result of one scan: give one or the other.");
        var outputs = new ReportOutputs(invocation);
        settings.Check();
        var result = ResultJson.Read(await ReadAsync(invocation, file), file);
        await outputs.WriteAsync(result);
        return ExitCode.Clean;
    }

    private static async Task<byte[]> ReadAsync(Invocation invocation, string file)
    {
        try
        {
            if (file != OutputFile.StandardOutput) return await File.ReadAllBytesAsync(invocation.Surroundings.PathOf(file), invocation.Cancellation);
            using var all = new MemoryStream();
            await invocation.Surroundings.Input.CopyToAsync(all, invocation.Cancellation);
            return all.ToArray();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{file}: the result cannot be read: {FileTrouble.Of(unreadable)}.");
        }
    }
}
