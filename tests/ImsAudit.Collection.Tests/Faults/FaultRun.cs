using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>One collection of public images through the proxy.</summary>
/// <param name="Requests">How many reached the proxy.</param>
internal sealed record FaultRun(Collected Collected, int Requests, Bystander Elsewhere)
{
    public const int PageSize = 10;

    private static readonly SimulatedEstate s_estate = SimulatedEstate.Generate(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), images: 120);

    public static CollectionSettings Settings { get; } = Collect.Defaults with { PageSize = PageSize, MaxBodyBytes = 1 << 20, Concurrency = 1 };

    /// <summary>Long enough that it is in no text by chance.</summary>
    public static Secret Token { get; } = new("fault-t0ken+with/some=signs-8f2c1a");

    public static AccessKey Key { get; } = new("AKFAULTTESTS", new Secret("fault-s3cret-key-77aa")) { SecurityToken = new Secret("fault-security+t0ken/9d1e=") };

    public static async Task<FaultRun> OfAsync(Fault fault, Func<int, bool> strikes, Authentication? authentication = null, TimeSpan? patience = null, CollectionSettings? settings = null)
    {
        await using var server = SimulatorServer.Start(s_estate, new());
        await using var elsewhere = new Bystander();
        var run = new Collect { Settings = (settings ?? Settings) with { Dialect = fault.Dialect }, Authentication = authentication ?? new TokenAuthentication(Token), Project = s_estate.Projects[0].Id };
        var world = new FaultWorld(run.Clock, patience ?? ImpatientClock.RequestLimit, elsewhere.Address);
        await using var proxy = new FaultProxy(server.Endpoint, fault, world, strikes);
        return new FaultRun(await run.RunAsync(proxy.Url), proxy.Requests, elsewhere);
    }

    /// <summary>Nothing but the endpoint got a word, and nothing that came out holds a credential.</summary>
    public void KeptItsSecrets()
    {
        Elsewhere.Connections.ShouldBe(0, Elsewhere.Got);
        var said = string.Join('\n', Collected.Result.Listings.SelectMany(listing => listing.Notes.Append(listing.Error ?? "").Append(listing.Query))
            .Concat(Collected.Result.Notes).Concat(Collected.Warnings));
        foreach (var secret in new[] { Token, Key.SecretKey, Key.SecurityToken! }) secret.HideIn(said).ShouldBe(said);
    }
}
