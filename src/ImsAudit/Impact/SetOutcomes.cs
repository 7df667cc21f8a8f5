using ImsAudit.Evaluation;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Impact;

/// <summary>How each image comes out under each policy of a set, after the whole inventory was evaluated.</summary>
internal sealed class SetOutcomes
{
    private readonly PolicySet _set;
    private readonly PolicyEvaluator _evaluator;
    private readonly Dictionary<string, FoundOutcomes> _found;
    private readonly int _name;

    private SetOutcomes(PolicySet set, IInventory inventory, DateTimeOffset asOf)
    {
        _set = set.Where(policy => policy.Enabled);
        _name = set.Fields.SlotOf("name");
        Policies = _set.Policies.ToDictionary(policy => policy.Id, StringComparer.Ordinal);
        _found = _set.Policies.ToDictionary(policy => policy.Id, _ => new FoundOutcomes(), StringComparer.Ordinal);
        _evaluator = new PolicyEvaluator(_set, inventory, (asOf, "en"), finding => _found[finding.Policy].Add(finding));
    }

    public IReadOnlyDictionary<string, Policy> Policies { get; }

    public static async Task<SetOutcomes> OfAsync(PolicySet set, IInventory inventory, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var outcomes = new SetOutcomes(set, inventory, asOf);
        await outcomes._evaluator.RunAsync(cancellationToken);
        return outcomes;
    }

    /// <summary>By policy id.</summary>
    public IReadOnlyDictionary<string, Outcome?> Of(Image image)
    {
        var judged = _evaluator.OutcomesFor(image);
        return _set.Policies.Select((policy, index) => (policy.Id, Outcome: _found[policy.Id].Of(image, judged[index])))
            .ToDictionary(pair => pair.Id, pair => (Outcome?)pair.Outcome, StringComparer.Ordinal);
    }

    /// <summary>What was found of a policy's groups, none of whose images is named; empty when the policy is not there.</summary>
    public IReadOnlyDictionary<string, (IReadOnlyDictionary<string, JsonText> Key, Outcome Outcome)> Apart(string policy) =>
        (_found.GetValueOrDefault(policy) ?? new FoundOutcomes()).Apart;

    /// <summary>The image's name, unless a sensitive policy reads it: then it is masked.</summary>
    public string? NameOf(Image image, string policy)
    {
        if (!Policies.TryGetValue(policy, out var known)) return null;
        return known.Sensitive && known.Slots.Contains(_name) ? "***" : _evaluator.ContextOf(image).Values[_name].Text;
    }
}
