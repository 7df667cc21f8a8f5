using ImsAudit.Benchmarks.Collecting;
using ImsAudit.Simulator;

namespace ImsAudit.Benchmarks;

/// <summary><c>serve</c>: the simulator in a process of its own, so that its allocations are not counted. It ends with its standard input.</summary>
internal static class ServeCommand
{
    public static async Task RunAsync(BenchmarkOptions options, TextWriter output, TextReader input)
    {
        var estate = LumpyEstate.Of(options.Images, options.Seed);
        await using var server = SimulatorServer.Start(estate, new SimulatorOptions { Latency = TimeSpan.FromMilliseconds(options.Latency) });
        await output.WriteLineAsync(server.Endpoint.ToString());
        await output.FlushAsync();
        await input.ReadToEndAsync();
    }
}
