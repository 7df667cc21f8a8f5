using System.Diagnostics;
using System.Text;
using ImsAudit.Cli.Tests.Secrets;

namespace ImsAudit.Cli.Tests.Process;

/// <summary>Runs the built binary as people do: as a process, with arguments, an environment and streams. What it writes is searched for its secrets.</summary>
public static class ImsAuditProcess
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <param name="arguments">The command line, one argument an entry.</param>
    /// <param name="environment">Added to an environment that holds nothing of ours.</param>
    /// <param name="standardInput">What is on standard input; nothing by default, and it is closed.</param>
    /// <param name="workingFolder">Where it runs, also its home; by default an empty folder that is gone afterwards.</param>
    /// <exception cref="TimeoutException">It was still running after two minutes; it is ended.</exception>
    public static async Task<ImsAuditRun> RunAsync(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? standardInput = null,
        string? workingFolder = null)
    {
        using var own = workingFolder is null ? new TempFolder() : null;
        var start = StartInfo(workingFolder ?? own!.Path, arguments);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var watch = new SecretWatch(environment ?? new Dictionary<string, string>(), start.WorkingDirectory);
        using var process = System.Diagnostics.Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await FeedAsync(process, standardInput);
        await WaitAsync(process);
        watch.Check(("standard output", Encoding.UTF8.GetBytes(await output)), ("standard error", Encoding.UTF8.GetBytes(await error)));
        return new ImsAuditRun(process.ExitCode, await output, await error);
    }

    private static ProcessStartInfo StartInfo(string folder, IEnumerable<string> arguments)
    {
        var start = ImsAuditBinary.StartInfo(folder);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.UseShellExecute = false;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = start.StandardOutputEncoding = start.StandardErrorEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return start;
    }

    private static async Task FeedAsync(System.Diagnostics.Process process, string? text)
    {
        try
        {
            if (text is not null) await process.StandardInput.WriteAsync(text);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading its input; its exit code and message say why.
        }
    }

    private static async Task WaitAsync(System.Diagnostics.Process process)
    {
        using var limit = new CancellationTokenSource(s_patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The binary was still running after {s_patience}.", late);
        }
    }
}
