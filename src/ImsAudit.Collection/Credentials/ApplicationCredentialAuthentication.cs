using System.Text.Json;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Credentials;

/// <summary>
/// A Keystone application credential (<c>OS_APPLICATION_CREDENTIAL_ID</c>, <c>_SECRET</c>): it belongs to one project and
/// opens no other.
/// </summary>
public sealed class ApplicationCredentialAuthentication : KeystoneAuthentication
{
    /// <summary>Null: <see cref="CredentialName"/> and the user whose it is.</summary>
    public string? Id { get; init; }

    public string? CredentialName { get; init; }

    public required Secret CredentialSecret { get; init; }

    public string? UserName { get; init; }

    public string? UserId { get; init; }

    public KeystoneDomain UserDomain { get; init; }

    public override string Name => "applicationCredential";

    public override string From => $"{Names} in {Source.Place}";

    private string Names => Source.Names(Id is null ? "application_credential_name" : "application_credential_id", "application_credential_secret");

    internal override string Rejected =>
        $"Check {Names}; the credential may have expired, or its user may have lost the role.";

    private protected override string Method => "application_credential";

    private protected override Secret Secret => CredentialSecret;

    private protected override Credential Credential => new ApplicationCredential(IdentityEndpoint, Id ?? $"{UserDomain}/{UserId ?? UserName}/{CredentialName}", CredentialSecret);

    internal override IEnumerable<string> Mistakes(CollectionTarget target)
    {
        foreach (var mistake in base.Mistakes(target)) yield return mistake;
        if (target.FindsProjects) yield return ConfigurationSentences.OneProjectOnly(target);
    }

    /// <summary>Keystone refuses a scope here: the credential is its own.</summary>
    private protected override ProjectScope? Scope(CollectionTarget target) => null;

    private protected override void Prove(Utf8JsonWriter json)
    {
        if (Id is null)
        {
            json.WriteString("name", CredentialName);
            KeystoneRequest.WriteUser(json, new KeystoneUser(UserId, UserName, UserDomain), password: null);
        }
        else
        {
            json.WriteString("id", Id);
        }
        json.WriteString("secret", CredentialSecret.Reveal());
    }
}
