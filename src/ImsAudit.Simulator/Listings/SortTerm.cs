namespace ImsAudit.Simulator.Listings;

/// <summary>One field to sort by.</summary>
internal readonly record struct SortTerm(string Key, bool Descending)
{
    public override string ToString() => $"{Key}:{(Descending ? "desc" : "asc")}";
}
