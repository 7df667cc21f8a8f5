namespace ImsAudit.Collection;

/// <summary>One parameter of a listing's query, not encoded.</summary>
public readonly record struct QueryParameter(string Key, string Value)
{
    /// <summary>As it stands in a URL: everything but unreserved characters percent-encoded.</summary>
    public override string ToString() => $"{Uri.EscapeDataString(Key)}={Uri.EscapeDataString(Value)}";
}
