namespace ImsAudit.Wording;

/// <summary>Finds the valid name that somebody most likely meant.</summary>
public static class NearestName
{
    /// <summary>The name nearest to the given one, or null when none is near: at most a third of the letters differ.</summary>
    public static string? Of(string name, IEnumerable<string> valid)
    {
        var limit = Math.Max(1, name.Length / 3);
        return valid.Select(candidate => (Candidate: candidate, Distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.Distance <= limit)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();
    }

    /// <summary>A part of a sentence, such as <c>; did you mean "require"?</c>, or nothing.</summary>
    public static string Suggest(string name, IEnumerable<string> valid) =>
        Of(name, valid) is { } nearest ? $"; did you mean \"{nearest}\"?" : "";

    /// <summary>How many letters are to be put in, left out, replaced or swapped with the next (optimal string alignment).</summary>
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
            for (var j = 1; j <= to.Length; j++)
                rows[i, j] = Least(rows, from, to, (i, j));
        return rows[from.Length, to.Length];
    }

    private static int Least(int[,] rows, string from, string to, (int I, int J) at)
    {
        var (i, j) = at;
        var replace = rows[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        var least = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return swapped ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
    }
}
