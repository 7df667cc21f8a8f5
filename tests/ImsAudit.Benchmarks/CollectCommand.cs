using System.Globalization;
using ImsAudit.Benchmarks.Collecting;

namespace ImsAudit.Benchmarks;

/// <summary>
/// <c>collect</c>: one long listing, collected in turn by a plain loop, by ideal windows that know the distribution of
/// <c>created_at</c> beforehand, and by ImsAudit, which does not. Prints the ratios as a table in Markdown.
/// </summary>
internal static class CollectCommand
{
    private const int WarmUpPage = 25;
    private const int WarmUpAtOnce = 16;

    public static async Task RunAsync(BenchmarkOptions options, TextWriter output, TextWriter log)
    {
        await using var simulator = await SimulatorProcess.StartAsync(options);
        var times = LumpyEstate.Times(options.Images, options.Seed);
        await WarmUpAsync(simulator, times);
        await output.WriteLineAsync($"{options.Images} images, {options.Latency} ms a response, {Environment.ProcessorCount} cores, .NET {Environment.Version}, median of {options.Rounds}\n");
        await output.WriteLineAsync("| page | at once | plain loop | ideal windows | ImsAudit | × ideal | × plain | pages | stretches | processor: ideal | processor: ImsAudit | bytes an image: ideal | bytes an image: ImsAudit |");
        await output.WriteLineAsync("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var pageSize in options.PageSizes)
        {
            var plain = new List<Measurement>();
            foreach (var concurrency in options.Concurrencies)
            {
                var (ideal, own) = (new List<Measurement>(), new List<Measurement>());
                for (var round = 0; round < options.Rounds; round++)
                {
                    await log.WriteLineAsync($"{pageSize} a page, {concurrency} at once, round {round + 1} of {options.Rounds}");
                    if (plain.Count < options.Rounds) plain.Add(await Measurement.OfAsync(options.Images, () => IdealWindows.CollectAsync(simulator.Endpoint, times, pageSize, 1)));
                    ideal.Add(await Measurement.OfAsync(options.Images, () => IdealWindows.CollectAsync(simulator.Endpoint, times, pageSize, concurrency)));
                    own.Add(await Measurement.OfAsync(options.Images, () => OwnCollection.CollectAsync(simulator.Endpoint, pageSize, concurrency)));
                }
                await output.WriteLineAsync(Row(pageSize, concurrency, (Measurement.Median(plain), Measurement.Median(ideal), Measurement.Median(own))));
            }
        }
    }

    /// <summary>Long enough for the compiler to be done with both: the product is compiled beforehand.</summary>
    private static async Task WarmUpAsync(SimulatorProcess simulator, IReadOnlyList<DateTimeOffset> times)
    {
        for (var round = 0; round < 2; round++)
        {
            await IdealWindows.CollectAsync(simulator.Endpoint, times, WarmUpPage, WarmUpAtOnce);
            await OwnCollection.CollectAsync(simulator.Endpoint, WarmUpPage, WarmUpAtOnce);
        }
    }

    private static string Row(int pageSize, int concurrency, (Measurement Plain, Measurement Ideal, Measurement Own) of) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {pageSize} | {concurrency} | {of.Plain.Seconds:0.00} s | {of.Ideal.Seconds:0.00} s | {of.Own.Seconds:0.00} s | {of.Own.Seconds / of.Ideal.Seconds:0.00} | {of.Own.Seconds / of.Plain.Seconds:0.00} "
        + $"| {of.Own.Walked.Pages} | {of.Own.Walked.Stretches} | {of.Ideal.CpuSeconds:0.00} s | {of.Own.CpuSeconds:0.00} s | {of.Ideal.BytesAnImage:0} | {of.Own.BytesAnImage:0} |");
}
