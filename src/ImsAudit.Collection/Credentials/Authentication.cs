using ImsAudit.Collection.Api;

namespace ImsAudit.Collection.Credentials;

/// <summary>A way to get in. One implementation a file.</summary>
public abstract class Authentication
{
    private protected Authentication() { }

    /// <summary>The name that <c>--auth</c> knows it by.</summary>
    public abstract string Name { get; }

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

    internal abstract Task<Outcome<Session>> SignInAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken);
}
