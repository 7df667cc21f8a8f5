using System.Diagnostics;
using System.Globalization;

namespace ImsAudit.Benchmarks.Collecting;

/// <summary>This program once more, serving the estate on loopback.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SimulatorProcess(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    public static async Task<SimulatorProcess> StartAsync(BenchmarkOptions options)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] arguments = [.. Self(), "serve", "--images", Text(options.Images), "--latency", Text(options.Latency), "--seed", Text(options.Seed)];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The simulator's process did not start.");
        var endpoint = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The simulator's process ended before it served.");
        return new SimulatorProcess(process, new Uri(endpoint));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Started through the dotnet host, the program is the host's first argument.</summary>
    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(SimulatorProcess).Assembly.Location] : [];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
