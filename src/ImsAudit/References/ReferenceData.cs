namespace ImsAudit.References;

/// <summary>The lists and tables that are loaded, by id.</summary>
public sealed record ReferenceData(IReadOnlyDictionary<string, ValueList> Lists, IReadOnlyDictionary<string, LookupTable> Tables)
{
    public static ReferenceData Empty { get; } = new(
        new Dictionary<string, ValueList>(StringComparer.Ordinal),
        new Dictionary<string, LookupTable>(StringComparer.Ordinal));
}
