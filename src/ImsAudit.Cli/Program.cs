using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using ImsAudit.Cli;
using ImsAudit.Cli.Inputs;

// The composition root: the only place that touches the console, the environment, the clock and randomness.
using var interrupted = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
await using var output = Console.OpenStandardOutput();

var surroundings = new Surroundings
{
    Input = new InterruptibleStream(Console.OpenStandardInput()),
    Output = output,
    Error = error,
    OutputTerminal = Console.IsOutputRedirected ? null : new Terminal(Console.WindowWidth),
    ErrorTerminal = Console.IsErrorRedirected ? null : new Terminal(Console.WindowWidth),
    Environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal),
    WorkingFolder = "",
    TempFolder = Path.GetTempPath(),
    Clock = TimeProvider.System,
    NewRunId = () => Guid.NewGuid().ToString(),
    Random = Random.Shared.NextDouble,
};
return await new CommandLineApp(surroundings).RunAsync(args, interrupted.Token);

// The first signal ends the run in order; a second one ends it at once, as without us.
void Interrupt(PosixSignalContext signal)
{
    if (interrupted.IsCancellationRequested) return;
    signal.Cancel = true;
    interrupted.Cancel();
}
