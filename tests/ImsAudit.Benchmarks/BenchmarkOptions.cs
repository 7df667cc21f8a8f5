using System.Globalization;

namespace ImsAudit.Benchmarks;

/// <summary>What to measure.</summary>
internal sealed record BenchmarkOptions(string Command)
{
    public const string Usage = "Usage: collect [--images N] [--latency MILLISECONDS] [--page N,N] [--concurrency N,N] [--rounds N] [--seed N]";

    public int Images { get; init; } = 20_000;

    /// <summary>How long the simulator waits before each answer, in milliseconds.</summary>
    public int Latency { get; init; } = 30;

    public IReadOnlyList<int> PageSizes { get; init; } = [25, 100, 1000];

    public IReadOnlyList<int> Concurrencies { get; init; } = [1, 4, 8];

    /// <summary>Each case is measured so often; the median counts.</summary>
    public int Rounds { get; init; } = 1;

    public int Seed { get; init; } = 1;

    /// <summary>Null with a sentence when the command line cannot be read.</summary>
    public static BenchmarkOptions? Parse(IReadOnlyList<string> args, out string? mistake)
    {
        mistake = Usage;
        if (args.Count == 0) return null;
        var options = new BenchmarkOptions(args[0]);
        for (var i = 1; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count || Numbers(args[i + 1]) is not { Count: > 0 } numbers || options.With(args[i], numbers) is not { } with)
            {
                mistake = $"\"{args[i]}\" is no option, or not followed by whole numbers above 0. {Usage}";
                return null;
            }
            options = with;
        }
        return options;
    }

    private BenchmarkOptions? With(string name, List<int> values) => name switch
    {
        "--images" => this with { Images = values[0] },
        "--latency" => this with { Latency = values[0] },
        "--page" => this with { PageSizes = values },
        "--concurrency" => this with { Concurrencies = values },
        "--rounds" => this with { Rounds = values[0] },
        "--seed" => this with { Seed = values[0] },
        _ => null,
    };

    private static List<int>? Numbers(string text)
    {
        var numbers = text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        return numbers.Contains(0) ? null : numbers;
    }
}
