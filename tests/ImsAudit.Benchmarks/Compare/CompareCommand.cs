using ImsAudit.Benchmarks.Estates;

namespace ImsAudit.Benchmarks.Compare;

/// <summary>Runs all on the same files, in turn, and prints one table a size.</summary>
internal static class CompareCommand
{
    /// <returns>1 when one found something else, or imsaudit took longer than allowed.</returns>
    public static async Task<int> RunAsync(CompareOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("imsaudit-compare-").FullName;
        try
        {
            var good = true;
            foreach (var images in options.Images) good &= await CompareAsync(options, images, folder);
            return good ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> CompareAsync(CompareOptions options, int images, string folder)
    {
        var input = Path.Combine(folder, "estate.ndjson");
        GeneratedEstate.Write(input, images, CompareOptions.Seed);
        var contestants = Contestant.All(options);
        if (!await AgreeAsync(contestants, input, folder)) return false;
        var good = true;
        foreach (var cores in options.Cores)
        {
            var runs = contestants.ToDictionary(one => one.Name, _ => new List<Measured>(), StringComparer.Ordinal);
            for (var round = 0; round < options.Rounds; round++)
                foreach (var one in contestants.Where(one => round == 0 || one.Name != "jq"))
                    runs[one.Name].Add(await Measured.RunAsync(one.Command(input, Path.Combine(folder, "out")), cores));
            good &= RatioTable.Print(contestants, runs, (images, cores, options.Most));
        }
        return good;
    }

    private static async Task<bool> AgreeAsync(IReadOnlyList<Contestant> contestants, string input, string folder)
    {
        var output = Path.Combine(folder, "out");
        var all = new List<Findings>();
        foreach (var one in contestants)
        {
            await Measured.RunAsync(one.Command(input, output), Environment.ProcessorCount);
            all.Add(Findings.Read(output, one.WritesLines));
            if (all[^1].SameAs(all[0])) continue;
            var different = all[0].Counts.Keys.Union(all[^1].Counts.Keys, StringComparer.Ordinal).Where(key => all[0].Counts.GetValueOrDefault(key) != all[^1].Counts.GetValueOrDefault(key));
            Console.Error.WriteLine($"{one.Name} found something else than {contestants[0].Name}: {string.Join(", ", different.Select(key => $"{key} {all[^1].Counts.GetValueOrDefault(key)}, not {all[0].Counts.GetValueOrDefault(key)}"))}");
            return false;
        }
        return true;
    }
}
