using System.Security.Cryptography.X509Certificates;
using ImsAudit.Collection.Credentials;

namespace ImsAudit.Collection.Api;

/// <summary>
/// The exchanges of a collection, one a server: whoever asks the same server shares its gate, also where two clouds trust
/// other authorities for it.
/// </summary>
/// <param name="roots">The authorities of each file that is named somewhere.</param>
internal sealed class ExchangePool(CollectionSettings settings, CollectionEnvironment environment, IReadOnlyDictionary<string, X509Certificate2Collection> roots) : IDisposable
{
    private readonly Dictionary<(string Origin, string? Roots), Exchange> _exchanges = [];
    private readonly Dictionary<string, EndpointGate> _gates = [];
    private readonly Lock _lock = new();
    private readonly CredentialTrials _trials = new();

    /// <summary>When the whole collection ends.</summary>
    public DateTimeOffset Deadline { get; } = environment.Time.GetUtcNow() + settings.Timeout;

    public CollectionSettings Settings => settings;

    public TimeProvider Time => environment.Time;

    /// <param name="rootsFile">Null: the authorities of the system.</param>
    public Exchange With(Uri server, string? rootsFile)
    {
        // The port that https has by default is left out of an origin, and host names are lower-case in it.
        var origin = server.GetLeftPart(UriPartial.Authority);
        lock (_lock)
        {
            if (!_exchanges.TryGetValue((origin, rootsFile), out var exchange)) _exchanges[(origin, rootsFile)] = exchange = Open(server, Gate(origin), rootsFile);
            return exchange;
        }
    }

    public void Dispose()
    {
        foreach (var exchange in _exchanges.Values) exchange.Dispose();
        foreach (var gate in _gates.Values) gate.Dispose();
        _trials.Dispose();
    }

    private EndpointGate Gate(string origin)
    {
        if (!_gates.TryGetValue(origin, out var gate)) _gates[origin] = gate = new EndpointGate(settings.Concurrency, settings.Rate, environment.Time);
        return gate;
    }

    private Exchange Open(Uri server, EndpointGate gate, string? rootsFile) => new(
        Transport.Open(server, settings, rootsFile is null ? null : roots[rootsFile]),
        gate,
        new RetryPolicy(settings, environment, Deadline),
        environment)
    {
        Settings = settings,
        Trials = _trials,
    };
}
