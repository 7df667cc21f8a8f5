using ImsAudit.Inventories;

namespace ImsAudit.Drift;

/// <summary>
/// What images say that the catalogue does not know: the service has new fields or values, or the estate has custom
/// properties. Policies about these fields may mean something else than they did.
/// </summary>
/// <param name="Images">How many images were looked at.</param>
/// <param name="Fields">Those of the most images first.</param>
/// <param name="Values">By field; those of the most images first.</param>
public sealed record DriftReport(long Images, IReadOnlyList<UnknownField> Fields, IReadOnlyList<UnknownValue> Values)
{
    public required Completeness Completeness { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public static async Task<DriftReport> OfAsync(IInventory inventory, CancellationToken cancellationToken)
    {
        var tally = new DriftTally();
        await foreach (var image in inventory.ReadAsync(cancellationToken)) tally.Learn(image);
        return new DriftReport(tally.Images, tally.Fields, tally.Values) { Completeness = inventory.Completeness, Notes = inventory.Notes };
    }
}
