using System.Globalization;

namespace ImsAudit.Benchmarks.Compare;

/// <summary>Medians, peaks and ratios, as Markdown.</summary>
internal static class RatioTable
{
    /// <returns>False when a ratio is greater than allowed.</returns>
    public static bool Print(IReadOnlyList<Contestant> contestants, IReadOnlyDictionary<string, List<Measured>> runs, (int Images, int Cores, double? Most) what)
    {
        var good = true;
        Console.WriteLine($"\n{what.Images.ToString("N0", CultureInfo.InvariantCulture)} images, {(what.Cores == 1 ? "one core" : $"{what.Cores} cores")}\n");
        Console.WriteLine("| program | seconds | peak MiB | × reference |\n|---|---|---|---|");
        foreach (var one in contestants)
        {
            var time = Median(runs[one.Name].Select(run => run.Time.TotalSeconds));
            var ratio = one.Reference is null ? (double?)null : time / Median(runs[one.Reference].Select(run => run.Time.TotalSeconds));
            good &= !one.IsHeld || ratio is null || what.Most is null || ratio <= what.Most;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {one.Name} | {time:0.00} | {Median(runs[one.Name].Select(run => run.PeakMiB)):0} | {(ratio is null ? "" : ratio.Value.ToString("0.00", CultureInfo.InvariantCulture))} |"));
        }
        if (!good) Console.Error.WriteLine($"imsaudit took more than {what.Most} × the time of the reference.");
        return good;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
