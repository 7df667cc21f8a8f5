using ImsAudit.Inventories;
using ImsAudit.Policies;

namespace ImsAudit.Linting;

/// <summary>Looks in valid policies for what cannot have been meant.</summary>
public static class PolicyLinter
{
    /// <param name="set">The policies of the layers, without mistakes.</param>
    /// <param name="layers">The files that the policies came in.</param>
    /// <returns>Ordered by file and place.</returns>
    public static IReadOnlyList<LintFinding> Lint(PolicySet set, IReadOnlyList<PolicyLayer> layers)
    {
        var scope = new LintScope(set, layers);
        return Order(LintRules.All.SelectMany(rule => rule.Find(scope)));
    }

    /// <summary>What only images can show: a <c>when</c> that none of them fulfils.</summary>
    /// <param name="asOf">The moment that ages are judged at, UTC.</param>
    public static async Task<IReadOnlyList<LintFinding>> LintAgainstAsync(
        PolicySet set, IInventory inventory, DateTimeOffset asOf, CancellationToken cancellationToken = default) =>
        Order(await UnfulfilledWhen.FindAsync(set, inventory, asOf, cancellationToken));

    private static List<LintFinding> Order(IEnumerable<LintFinding> findings) =>
    [
        .. findings.Distinct()
            .OrderBy(finding => finding.Place.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Place.Position?.Line)
            .ThenBy(finding => finding.Place.Position?.Column)
            .ThenBy(finding => finding.Place.Message, StringComparer.Ordinal),
    ];
}
