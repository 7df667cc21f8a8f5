using System.Text;
using ImsAudit.Cli.Tests.Process;
using ImsAudit.Cli.Tests.Secrets;
using Microsoft.Extensions.Time.Testing;

namespace ImsAudit.Cli.Tests.Doubles;

/// <summary>
/// The command line in this process, in a folder and surroundings of its own. Whatever a run writes is searched for the
/// secrets that it was given and that it sent.
/// </summary>
public sealed class App : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public TempFolder Folder { get; } = new();

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>Columns of a terminal on both streams; null: they are redirected.</summary>
    public int? TerminalWidth { get; set; }

    public string Input { get; set; } = "";

    public TimeProvider Clock { get; set; } = new FakeTimeProvider(Now);

    public CancellationToken Cancellation { get; set; }

    /// <summary>Null: what is written is kept and returned.</summary>
    public Stream? Output { get; set; }

    public async Task<ImsAuditRun> RunAsync(params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var terminal = TerminalWidth is { } width ? new Terminal(width) : null;
        var surroundings = new Surroundings
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(Input)),
            Output = Output ?? output,
            Error = error,
            OutputTerminal = terminal,
            ErrorTerminal = terminal,
            Environment = Environment,
            WorkingFolder = Folder.Path,
            TempFolder = Folder.Path,
            Clock = Clock,
            NewRunId = () => "run-of-a-test",
            Random = () => 0.5,
        };
        var watch = new SecretWatch(Environment, Folder.Path);
        var exitCode = await new CommandLineApp(surroundings).RunAsync(arguments, Cancellation);
        watch.Check(("standard output", output.ToArray()), ("standard error", Encoding.UTF8.GetBytes(error.ToString())));
        return new ImsAuditRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>The files in the folder, so that a test sees that none was left behind.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFileSystemEntries(Folder.Path).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public void Dispose() => Folder.Dispose();
}
