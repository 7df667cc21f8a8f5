using System.Globalization;

namespace ImsAudit.Benchmarks.Compare;

/// <summary>What <c>compare</c> compares.</summary>
internal sealed record CompareOptions
{
    public const int Seed = 7;

    public IReadOnlyList<int> Images { get; private init; } = [100_000];

    public int Rounds { get; private init; } = 5;

    /// <summary>Where native binaries lie; null: none are compared.</summary>
    public string? Native { get; private init; }

    public IReadOnlyList<int> Cores { get; private init; } = [1, 2];

    /// <summary>The greatest ratio to the reference of the same kind that is no failure; null: none is.</summary>
    public double? Most { get; private init; }

    public bool WithJq { get; private init; } = true;

    public bool WithDuckDb { get; private init; } = true;

    public static CompareOptions Read(IReadOnlyList<string> arguments)
    {
        var options = new CompareOptions();
        var (images, cores) = (new List<int>(), new List<int>());
        for (var at = 0; at < arguments.Count; at++)
        {
            switch (arguments[at])
            {
                case "--images": images.Add(Number(arguments[++at])); break;
                case "--cores": cores.Add(Number(arguments[++at])); break;
                case "--rounds": options = options with { Rounds = Number(arguments[++at]) }; break;
                case "--native": options = options with { Native = Path.GetFullPath(arguments[++at]) }; break;
                case "--most": options = options with { Most = double.Parse(arguments[++at], CultureInfo.InvariantCulture) }; break;
                case "--no-jq": options = options with { WithJq = false }; break;
                case "--no-duckdb": options = options with { WithDuckDb = false }; break;
                default: throw new ArgumentException($"There is no option {arguments[at]}.", nameof(arguments));
            }
        }
        return options with { Images = images.Count > 0 ? images : options.Images, Cores = cores.Count > 0 ? cores : options.Cores };
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
