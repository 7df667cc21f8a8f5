using System.Security.Cryptography.X509Certificates;
using ImsAudit.Collection.Credentials;

namespace ImsAudit.Collection.Api;

/// <summary>The exchanges of a collection, one a server: whoever asks the same server shares its gate.</summary>
internal sealed class Exchanges(CollectionSettings settings, CollectionEnvironment environment, X509Certificate2Collection? roots) : IDisposable
{
    private readonly Dictionary<string, Exchange> _byOrigin = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _lock = new();
    private readonly CredentialTrials _trials = new();

    /// <summary>When the whole collection ends.</summary>
    public DateTimeOffset Deadline { get; } = environment.Time.GetUtcNow() + settings.Timeout;

    public CollectionSettings Settings => settings;

    public TimeProvider Time => environment.Time;

    public Exchange With(Uri server)
    {
        var origin = server.GetLeftPart(UriPartial.Authority);
        lock (_lock)
        {
            if (!_byOrigin.TryGetValue(origin, out var exchange)) _byOrigin[origin] = exchange = Open(server);
            return exchange;
        }
    }

    public void Dispose()
    {
        foreach (var exchange in _byOrigin.Values) exchange.Dispose();
        _trials.Dispose();
    }

    private Exchange Open(Uri server) => new(
        Transport.Open(server, settings, roots),
        new EndpointGate(settings.Concurrency, settings.Rate, environment.Time),
        new RetryPolicy(settings, environment, Deadline),
        environment)
    {
        Settings = settings,
        Trials = _trials,
    };
}
