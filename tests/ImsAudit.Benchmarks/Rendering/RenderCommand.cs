using System.Globalization;
using ImsAudit.Reporting.Formats;

namespace ImsAudit.Benchmarks.Rendering;

/// <summary>
/// <c>render</c>: every format of one result, and the same rows through Scriban with nothing but escaping, in turn in one
/// run. Prints a table in Markdown.
/// </summary>
internal static class RenderCommand
{
    private const int Rounds = 5;
    private const string Plain = "plain Scriban";

    public static async Task RunAsync(int images, TextWriter output)
    {
        var result = await RenderedEstate.ResultAsync(images);
        await output.WriteLineAsync($"{result.Findings.Count} findings of {images} images, {Environment.ProcessorCount} cores, .NET {Environment.Version}, median of {Rounds}\n");
        await output.WriteLineAsync("| writes | seconds | × plain Scriban | MiB written | MiB allocated | MiB held at most |");
        await output.WriteLineAsync("|---|---:|---:|---:|---:|---:|");
        var contestants = new List<(string Name, Action<Stream> Write)> { (Plain, stream => PlainScriban.Write(result, stream)) };
        foreach (var format in ReportFormats.All) contestants.Add((format.Name, stream => format.Write(result, stream, ReportOptions.File, CancellationToken.None)));
        var measured = contestants.ToDictionary(one => one.Name, _ => new List<Rendered>());
        // The first round warms up.
        for (var round = 0; round <= Rounds; round++)
            foreach (var (name, write) in contestants)
                if (Rendered.Of(write) is var rendered && round > 0)
                    measured[name].Add(rendered);
        var plain = Median(measured[Plain]);
        foreach (var (name, rounds) in measured) await output.WriteLineAsync(Row(name, Median(rounds), plain));
    }

    private static Rendered Median(List<Rendered> rounds) => rounds.OrderBy(round => round.Seconds).ElementAt(rounds.Count / 2);

    private static string Row(string name, Rendered of, Rendered plain) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {of.Seconds:0.00} | {of.Seconds / plain.Seconds:0.00} | {of.Written / 1048576.0:0.0} | {of.Allocated / 1048576.0:0} | {of.Held / 1048576.0:0.0} |");
}
