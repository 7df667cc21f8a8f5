using System.Diagnostics;

namespace ImsAudit.Benchmarks.Collecting;

/// <summary>How long a collection took, and what processor time and memory it used in this process.</summary>
internal sealed record Measurement(double Seconds, double CpuSeconds, double BytesAnImage, Walked Walked)
{
    /// <exception cref="InvalidOperationException">It did not bring all images: then its time means nothing.</exception>
    public static async Task<Measurement> OfAsync(int images, Func<Task<Walked>> collect)
    {
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var walked = await collect();
        clock.Stop();
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        return walked.Images == images
            ? new Measurement(clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, (double)bytes / images, walked)
            : throw new InvalidOperationException($"{walked.Images} of {images} images came.");
    }

    public static Measurement Median(IEnumerable<Measurement> all) => all.OrderBy(one => one.Seconds).ToList() is var sorted ? sorted[sorted.Count / 2] : throw new UnreachableException();
}

/// <summary>What a collection brought: distinct images, pages, and in how many stretches.</summary>
internal readonly record struct Walked(int Images, int Pages, int Stretches);
