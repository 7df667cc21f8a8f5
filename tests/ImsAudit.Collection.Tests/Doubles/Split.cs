using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Collection.Tests.Doubles;

/// <summary>Collects from a simulator with room for several requests at once, so that a long listing is split.</summary>
internal sealed record Split
{
    public static CollectionSettings Defaults { get; } = Collect.Defaults with { Rate = 900_000, PageSize = 5, Concurrency = 6 };

    public CollectionSettings Settings { get; init; } = Defaults;

    public SimulatorMode Mode { get; init; } = SimulatorMode.Ims;

    public Func<SimulatedRequest, SimulatedResponse?>? Intercept { get; init; }

    public async Task<(Collected Collected, IReadOnlyList<LoggedRequest> Requests)> RunAsync(SimulatedEstate estate)
    {
        await using var server = SimulatorServer.Start(estate, new SimulatorOptions { Mode = Mode, Intercept = Intercept });
        var collected = await new Collect { Settings = Settings, Time = TimeProvider.System }.RunAsync(server.Endpoint.ToString());
        return (collected, server.Requests);
    }

    /// <summary>How many stretches a listing says that it was walked in.</summary>
    public static int Stretches(Collected collected)
    {
        var said = collected.Listing.Notes.Where(note => note.StartsWith("Walked in ", StringComparison.Ordinal)).Select(note => note.Split(' ')[2]).SingleOrDefault();
        return said is null ? 1 : int.Parse(said);
    }
}
