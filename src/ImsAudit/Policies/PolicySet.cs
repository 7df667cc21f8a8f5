using ImsAudit.Fields;
using ImsAudit.References;

namespace ImsAudit.Policies;

/// <summary>Policies that were loaded together, and what they were compiled against.</summary>
/// <param name="Policies">Ordered by id.</param>
/// <param name="Fields">The slots that the policies are compiled against.</param>
public sealed record PolicySet(IReadOnlyList<Policy> Policies, FieldSet Fields, ReferenceData References)
{
    /// <summary>The packs that were loaded, ordered by id.</summary>
    public IReadOnlyList<Pack> Packs { get; init; } = [];

    /// <summary>The layers of files that it was loaded from.</summary>
    public IReadOnlyList<PolicyLayer> Layers { get; init; } = [];

    /// <summary>Those of the policies that are wanted.</summary>
    public PolicySet Where(Func<Policy, bool> wanted) => this with { Policies = [.. Policies.Where(wanted)] };
}
