namespace ImsAudit.Collection.Credentials;

/// <summary>A user of Keystone v3: by id, else by name within a domain.</summary>
internal readonly record struct KeystoneUser(string? Id, string? Name, KeystoneDomain Domain)
{
    public bool IsGiven => !string.IsNullOrEmpty(Id) || !string.IsNullOrEmpty(Name);
}
