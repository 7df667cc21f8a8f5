namespace ImsAudit.References;

/// <summary>The lists and tables that are loaded, by id.</summary>
public sealed record ReferenceData(IReadOnlyDictionary<string, ValueList> Lists, IReadOnlyDictionary<string, LookupTable> Tables)
{
    public static ReferenceData Empty { get; } = new(
        new Dictionary<string, ValueList>(StringComparer.Ordinal),
        new Dictionary<string, LookupTable>(StringComparer.Ordinal));

    public bool IsEmpty => Lists.Count == 0 && Tables.Count == 0;

    /// <summary>These, with others in place of those of the same id.</summary>
    public ReferenceData With(ReferenceData others) => new(Merge(Lists, others.Lists), Merge(Tables, others.Tables));

    private static Dictionary<string, T> Merge<T>(IReadOnlyDictionary<string, T> mine, IReadOnlyDictionary<string, T> others)
    {
        var merged = new Dictionary<string, T>(mine, StringComparer.Ordinal);
        foreach (var (id, value) in others) merged[id] = value;
        return merged;
    }
}
