using System.Diagnostics;

namespace ImsAudit.Benchmarks.Compare;

/// <summary>One run of a program: how long the whole process took, and the most memory that it held.</summary>
internal readonly record struct Measured(TimeSpan Time, double PeakMiB)
{
    /// <param name="cores">It may use as many.</param>
    public static async Task<Measured> RunAsync(IReadOnlyList<string> command, int cores)
    {
        var start = new ProcessStartInfo("taskset", ["-c", cores == 1 ? "0" : $"0-{cores - 1}", .. command]);
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var peak = 0.0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.Delay(3);
        }
        var time = Stopwatch.GetElapsedTime(began);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? new Measured(time, peak) : throw new InvalidOperationException($"Exit code {process.ExitCode}: {string.Join(' ', command)}");
    }

    private static double PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal)) / 1024;
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }
}
