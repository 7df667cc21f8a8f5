using System.Text.Json;
using ImsAudit.Collection.Api;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Credentials;

/// <summary>User name and password at Keystone v3 (ims-api, section Token).</summary>
public sealed class PasswordAuthentication : KeystoneAuthentication
{
    /// <summary>Not needed where there is a <see cref="UserId"/>.</summary>
    public string? UserName { get; init; }

    public string? UserId { get; init; }

    public required Secret Password { get; init; }

    /// <summary>Null: <see cref="UserDomainId"/>.</summary>
    public string? UserDomainName { get; init; }

    /// <summary>Where no name is given. Null: Keystone's domain whose id is <c>default</c>.</summary>
    public string? UserDomainId { get; init; }

    /// <summary>The project by name, where the target gives no id.</summary>
    public string? ProjectName { get; init; }

    /// <summary>Null: <see cref="ProjectDomainId"/>.</summary>
    public string? ProjectDomainName { get; init; }

    /// <summary>Where no name is given. Null: the user's domain.</summary>
    public string? ProjectDomainId { get; init; }

    public override string Name => "password";

    internal override string Rejected =>
        $"Check {Source.Names("username", "password", "user_domain_name")} and the project; it was tried once only, because repeated failures lock accounts.";

    private protected override string Method => "password";

    private protected override Secret Secret => Password;

    private protected override Credential Credential => Account;

    private protected override Credential CredentialAgain => Account with { Again = true };

    private PasswordCredential Account => new(IdentityEndpoint, UserId ?? UserName ?? "", UserDomainName ?? UserDomainId, Password);

    private KeystoneUser User => new(UserId, UserName, new KeystoneDomain(UserDomainName, UserDomainId));

    internal override IEnumerable<string> Mistakes(CollectionTarget target)
    {
        foreach (var mistake in base.Mistakes(target)) yield return mistake;
        if (!User.IsGiven) yield return $"No user name is given; set {Source.NameOf("username")}.";
        if (Scope(target) is null && !target.FindsProjects) yield return ConfigurationSentences.NoProject(target);
    }

    public override string From => $"{Source.Names(UserId is null ? "username" : "user_id", "password")} in {Source.Place}";

    internal override Uri? ProjectsAddress(CollectionTarget target) => IdentityAddress.OpenProjects(AuthUrl);

    internal override bool IsProvenWithoutProject => true;

    /// <summary>Keystone lists a user's projects to any token, also one for no project.</summary>
    internal override async Task<Outcome<Signer>> SignInToFindProjectsAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken)
    {
        var token = await GetTokenAsync(scope: null, exchanges, Credential, cancellationToken);
        return token.Value is null ? token.Failure! : new TokenSigner(token.Value.Token);
    }

    private protected override ProjectScope? Scope(CollectionTarget target)
    {
        var scope = new ProjectScope(target.Project, ProjectName, new KeystoneDomain(ProjectDomainName, ProjectDomainId).Or(User.Domain));
        return scope.IsGiven ? scope : null;
    }

    private protected override void Prove(Utf8JsonWriter json) => KeystoneRequest.WriteUser(json, User, Password);
}
