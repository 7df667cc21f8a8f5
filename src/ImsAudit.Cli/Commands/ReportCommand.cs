using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Files;
using ImsAudit.Results;

namespace ImsAudit.Cli.Commands;

/// <summary><c>report</c>: render a saved result again.</summary>
internal static class ReportCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var file = new Argument<string>("RESULT.json") { Description = "A result that scan --output json=FILE wrote; - is standard input." };
        var command = new Command("report", "Render a saved result again: no network, byte for byte the same.") { file };
        command.Add(options.Output.Reports);
        bind(command, (invocation, parse) => RunAsync(invocation, parse.GetRequiredValue(file)));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, string file)
    {
        var outputs = new ReportOutputs(invocation);
        invocation.Settings.Check();
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
