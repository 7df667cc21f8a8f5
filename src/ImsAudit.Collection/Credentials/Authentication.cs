using ImsAudit.Collection.Api;

namespace ImsAudit.Collection.Credentials;

/// <summary>A way to get in. One implementation a file.</summary>
public abstract class Authentication
{
    private protected Authentication() { }

    /// <summary>The name that <c>--auth</c> knows it by.</summary>
    public abstract string Name { get; }

    /// <summary>Where it was configured, for messages.</summary>
    public CredentialSource Source { get; init; } = CredentialSource.Environment;

    /// <summary>Which settings were used, by their names and places; never a value.</summary>
    public virtual string From => Source.Place;

    /// <summary>What is wrong with the settings, as sentences, before anything is sent.</summary>
    internal virtual IEnumerable<string> Mistakes(CollectionTarget target) => [];

    /// <summary>True when signing in tells the project and the endpoint.</summary>
    internal virtual bool TellsProject => false;

    /// <summary>True when the target need not name its project.</summary>
    internal virtual bool CanTellProject(CollectionTarget target) => TellsProject;

    /// <summary>The servers besides the endpoint that get secrets.</summary>
    internal virtual Uri? IdentityEndpoint => null;

    /// <summary>The same for one target, where it depends on the region.</summary>
    internal virtual Uri? IdentityEndpointOf(CollectionTarget target) => IdentityEndpoint;

    /// <summary>What to do, as a sentence, when the identity service does not take these credentials.</summary>
    internal virtual string Rejected => "The credentials are wrong or have expired.";

    internal abstract Task<Outcome<Session>> SignInAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken);

    /// <summary>Where it can be asked which projects these credentials open (<c>GET /v3/auth/projects</c>); null: nowhere.</summary>
    internal virtual Uri? ProjectsAddress(CollectionTarget target) => null;

    /// <summary>
    /// True where a rejection for one project says nothing about the credentials once they were taken for another: then they
    /// are proven for no project first, so that a project without a role does not end the others.
    /// </summary>
    internal virtual bool IsProvenWithoutProject => false;

    /// <summary>Proof of who asks at <see cref="ProjectsAddress"/>.</summary>
    internal virtual Task<Outcome<Signer>> SignInToFindProjectsAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{Name} opens no list of projects.");
}
