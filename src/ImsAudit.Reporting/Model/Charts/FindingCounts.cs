using ImsAudit.Policies;
using ImsAudit.Results;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Model.Charts;

/// <summary>Findings counted by some key, each bar parted by severity; the longest bar fills the width.</summary>
internal sealed class FindingCounts
{
    private readonly Dictionary<string, long[]> _counts = new(StringComparer.Ordinal);

    public void Add(string key, Severity severity)
    {
        if (!_counts.TryGetValue(key, out var counts)) _counts.Add(key, counts = new long[Severities.WorstFirst.Count]);
        counts[(int)severity]++;
    }

    public IEnumerable<string> Keys => _counts.Keys;

    public long Of(string key) => _counts.TryGetValue(key, out var counts) ? counts.Sum() : 0;

    /// <param name="rows">Keys and what they are called, in order.</param>
    public ScriptArray Rows(IReadOnlyList<(string Key, string Label)> rows)
    {
        var longest = rows.Select(row => Of(row.Key)).DefaultIfEmpty().Max();
        return [.. rows.Select(row => new ScriptObject
        {
            ["label"] = row.Label,
            ["count"] = Of(row.Key),
            ["parts"] = Bar.Of(longest, Severities.WorstFirst.Select(severity => (severity.Name(), _counts.TryGetValue(row.Key, out var counts) ? counts[(int)severity] : 0))),
        })];
    }
}
