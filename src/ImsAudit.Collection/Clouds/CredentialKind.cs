namespace ImsAudit.Collection.Clouds;

/// <summary>The ways to sign in whose settings go by OpenStack's names.</summary>
public enum CredentialKind
{
    None = 0,
    Token,
    Password,
    ApplicationCredential,
}
