namespace ImsAudit.Values;

/// <summary>Kleene's strong three-valued logic. The values are ordered, so that "and" is the least and "or" the greatest.</summary>
public enum Truth
{
    False = 0,
    Unknown = 1,
    True = 2,
}
