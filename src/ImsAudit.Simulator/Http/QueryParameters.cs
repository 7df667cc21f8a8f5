namespace ImsAudit.Simulator.Http;

/// <summary>A query string, decoded, in the order in which it was sent. A key may come more than once.</summary>
public sealed class QueryParameters
{
    private QueryParameters(IReadOnlyList<KeyValuePair<string, string>> all) => All = all;

    public IReadOnlyList<KeyValuePair<string, string>> All { get; }

    /// <param name="query">The text behind the question mark.</param>
    public static QueryParameters Parse(string query) =>
        new([.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(ParsePair)]);

    /// <summary>The value of a key; the last one when it came more than once, null when it did not come.</summary>
    public string? Last(string key)
    {
        string? last = null;
        foreach (var (name, value) in All)
            if (name == key)
                last = value;
        return last;
    }

    public IReadOnlyList<string> Each(string key) => [.. All.Where(pair => pair.Key == key).Select(pair => pair.Value)];

    /// <summary>The same without some keys.</summary>
    public QueryParameters Without(IReadOnlyCollection<string> keys) => new([.. All.Where(pair => !keys.Contains(pair.Key))]);

    private static KeyValuePair<string, string> ParsePair(string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? new(Decode(pair), "") : new(Decode(pair[..at]), Decode(pair[(at + 1)..]));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
