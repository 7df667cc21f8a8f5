using System.Security.Cryptography;
using System.Text.Json;

namespace ImsAudit.Benchmarks.Compare;

/// <summary>What a program found: how often each policy came out how, and for those that write whole findings their hash.</summary>
internal sealed record Findings(IReadOnlyDictionary<string, int> Counts, string? Sha256)
{
    public static Findings Read(string file, bool lines)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(file))
        {
            var key = lines ? KeyOf(line) : line[(line.LastIndexOf(',') + 1)..].Trim('"');
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        using var stream = File.OpenRead(file);
        return new Findings(counts, lines ? Convert.ToHexStringLower(SHA256.HashData(stream)) : null);
    }

    public bool SameAs(Findings other) =>
        Counts.SequenceEqual(other.Counts) && (Sha256 is null || other.Sha256 is null || Sha256 == other.Sha256);

    private static string KeyOf(string line)
    {
        using var document = JsonDocument.Parse(line);
        return $"{document.RootElement.GetProperty("policy").GetString()}:{document.RootElement.GetProperty("outcome").GetString()}";
    }
}
