using System.Collections.Concurrent;
using ImsAudit.Values;

namespace ImsAudit.References;

/// <summary>A table that policies look a text up in: a file <c>*.table.json</c>. Thread-safe.</summary>
public sealed class LookupTable(string id, IReadOnlyList<TableRow> rows, string? description)
{
    // An estate has few operating systems, and a table hundreds of rows. Bounded, because images choose their texts.
    private const int MostRemembered = 4096;
    private readonly ConcurrentDictionary<(string Text, bool CaseSensitive), TableRow?> _found = new();

    public string Id => id;

    public IReadOnlyList<TableRow> Rows => rows;

    public string? Description => description;

    /// <summary>The file as JSON, for the hash of the policy set.</summary>
    public required ReadOnlyMemory<byte> Source { get; init; }

    /// <summary>The row whose pattern matches the text; of several the one with the longest pattern. Null when none does.</summary>
    public TableRow? Find(string text, bool caseSensitive)
    {
        if (_found.TryGetValue((text, caseSensitive), out var known)) return known;
        var row = rows.Where(row => row.Like.IsMatch(text, caseSensitive)).MaxBy(row => row.Like.Pattern.Length);
        if (_found.Count < MostRemembered) _found.TryAdd((text, caseSensitive), row);
        return row;
    }
}

/// <param name="EndOfLife">00:00 UTC of that day; null when the row gives none.</param>
/// <param name="Source">A URL.</param>
public sealed record TableRow(Wildcard Like, DateTimeOffset? EndOfLife, string? Source);
