using ImsAudit.Collection.Api;
using ImsAudit.Collection.Connecting;
using ImsAudit.Collection.Wording;
using ImsAudit.Images;

namespace ImsAudit.Collection.Credentials;

/// <summary>
/// An access key that signs every request (<c>SDK-HMAC-SHA256</c>; ims-api, section AK/SK). Only Huawei Cloud takes it, where
/// a project sees its own shares alone whatever the user's roles are.
/// </summary>
public sealed class AccessKeyAuthentication(AccessKey key) : Authentication
{
    /// <summary>The account's id, sent as <c>X-Domain-Id</c>; null: not sent.</summary>
    public string? DomainId { get; init; }

    /// <summary>The identity endpoint, with or without <c>/v3</c>, where a project that is not given is looked up. Null: Huawei Cloud's of the region.</summary>
    public string? IdentityUrl { get; init; }

    public override string Name => "aksk";

    internal override bool CanTellProject(CollectionTarget target) => Address(target) is not null;

    /// <summary>Asked only for a project that is not given.</summary>
    internal override Uri? IdentityEndpointOf(CollectionTarget target) => string.IsNullOrEmpty(target.Project) ? Address(target) : null;

    internal override IEnumerable<string> Mistakes(CollectionTarget target)
    {
        if (!CanBeSent(key.Id) || key.Id.Contains(',', StringComparison.Ordinal)) yield return ConfigurationSentences.BadKeyPart("id (AK)", key.Source);
        if (!CanBeSent(key.SecretKey.Reveal())) yield return ConfigurationSentences.BadKeyPart("secret key (SK)", key.Source);
        if (key.SecurityToken is { } token && !CanBeSent(token.Reveal())) yield return ConfigurationSentences.BadKeyPart("security token", key.Source);
        if (DomainId is { } domain && !CanBeSent(domain)) yield return ConfigurationSentences.BadKeyPart("domain id", key.Source);
        if (target.Project is { } project && !CanBeSent(project)) yield return $"{target}: the project's id holds white space or characters that none has; check --project and HUAWEICLOUD_SDK_PROJECT_ID.";
        if (IdentityUrl is not null && IdentityAddress.Projects(IdentityUrl, out var mistake) is null) yield return ConfigurationSentences.BadIamEndpoint(IdentityUrl, mistake!);
    }

    internal override async Task<Outcome<Session>> SignInAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken)
    {
        var found = await ProjectAsync(target, exchanges, cancellationToken);
        if (found.Failure is { } failure) return failure;
        var signer = new AccessKeySigner(key, exchanges.Time) { Project = found.Value, Domain = DomainId };
        return new Session(new Identity(found.Value, IsAdmin: false, Catalogue: null), signer);
    }

    internal override Uri? ProjectsAddress(CollectionTarget target) => Address(target) is { } projects ? new Uri(projects, "auth/projects") : null;

    internal override Task<Outcome<Signer>> SignInToFindProjectsAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<Signer>>(new AccessKeySigner(key, exchanges.Time) { Domain = DomainId });

    /// <summary>Neither value nor failure: there is no project, and none is needed.</summary>
    private async Task<Outcome<string>> ProjectAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(target.Project)) return target.Project;
        if (exchanges.Settings.Categories.All(category => category.BelongsToEndpoint())) return default;
        var lookUp = new ProjectLookUp(exchanges, new AccessKeySigner(key, exchanges.Time) { Domain = DomainId });
        return await lookUp.FindAsync(target, Address(target)!, cancellationToken);
    }

    /// <summary>A signature is not sent to Huawei Cloud's identity service for an endpoint of another cloud.</summary>
    private Uri? Address(CollectionTarget target)
    {
        if (!HuaweiCloud.IsRegion(target.Region)) return null;
        if (IdentityUrl is not null) return IdentityAddress.Projects(IdentityUrl, out _);
        return HuaweiCloud.Owns(target.Endpoint) ? IdentityAddress.Projects(HuaweiCloud.Identity(target.Region!), out _) : null;
    }

    /// <summary>White space at the ends is lost in a header, and within it is a slip of the hand.</summary>
    private static bool CanBeSent(string text) => text.All(c => c is > ' ' and <= '~');
}
