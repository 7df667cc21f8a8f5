using ImsAudit.Values;

namespace ImsAudit.References;

/// <summary>A table that policies look a text up in: a file <c>*.table.json</c>.</summary>
public sealed record LookupTable(string Id, IReadOnlyList<TableRow> Rows, string? Description)
{
    /// <summary>The file as JSON, for the hash of the policy set.</summary>
    public required ReadOnlyMemory<byte> Source { get; init; }

    /// <summary>The row whose pattern matches the text; of several the one with the longest pattern. Null when none does.</summary>
    public TableRow? Find(string text, bool caseSensitive) =>
        Rows.Where(row => row.Like.IsMatch(text, caseSensitive)).MaxBy(row => row.Like.Pattern.Length);
}

/// <param name="EndOfLife">00:00 UTC of that day; null when the row gives none.</param>
/// <param name="Source">A URL.</param>
public sealed record TableRow(Wildcard Like, DateTimeOffset? EndOfLife, string? Source);
