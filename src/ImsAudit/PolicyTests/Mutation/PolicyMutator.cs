using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Json;

namespace ImsAudit.PolicyTests.Mutation;

/// <summary>
/// Changes a policy in one place at a time: what decides outcomes, never its texts. Changes that cannot matter are not
/// made (all or any of one condition, a length below 0), so that a mutant that survives is a case that is missing.
/// </summary>
internal sealed class PolicyMutator
{
    private readonly JsonNodeAt _policy;
    private readonly PolicyParameterUse _parameters;
    private readonly ConditionChanges _conditions;

    private PolicyMutator(JsonNodeAt policy)
    {
        _policy = policy;
        _parameters = new PolicyParameterUse(policy);
        _conditions = new ConditionChanges(_parameters);
    }

    /// <param name="policy">A policy without mistakes.</param>
    public static IEnumerable<Mutant> MutantsOf(JsonNodeAt policy) =>
        new PolicyMutator(policy).Changes().Select(change => new Mutant(change.At, change.What, JsonEdit.Replace(policy, change.Target, change.Replacement)));

    private IEnumerable<Change> Changes() => Categories().Concat(When()).Concat(Assertion()).Concat(Parameters());

    private IEnumerable<Change> Categories()
    {
        var given = _policy.Find("categories")?.Value;
        var names = given?.Items.Select(item => item.Text!).ToList() ?? [.. ImageCategories.Names];
        foreach (var name in ImageCategories.Names)
        {
            var others = names.Contains(name) ? names.Where(other => other != name).ToList() : [.. names, name];
            if (others.Count == 0) continue;
            yield return new Change(
                given ?? _policy,
                $"the category {name} is {(others.Count < names.Count ? "removed" : "added")}",
                _policy,
                JsonEdit.WithMember(_policy, "categories", JsonNodes.OfStrings(others)));
        }
    }

    private IEnumerable<Change> When()
    {
        if (_policy.Find("when") is not { } when) return [];
        var changes = _conditions.Of(when.Value);
        // Without a when is as with "true", which a leaf becomes anyhow.
        var isBranch = when.Value.Members.Any(member => member.Name is "allOf" or "anyOf" or "not");
        return isBranch ? changes.Prepend(new Change(when.Value, "when is removed", _policy, JsonEdit.Without(_policy, "when"))) : changes;
    }

    private IEnumerable<Change> Assertion()
    {
        if (_policy.Find("group") is { } group) return Group(group.Value);
        var assertion = (_policy.Find("require") ?? _policy.Find("forbid"))!;
        return _conditions.Of(assertion.Value).Prepend(Change.Renamed(_policy, assertion, assertion.Name == "require" ? "forbid" : "require"));
    }

    private IEnumerable<Change> Group(JsonNodeAt group)
    {
        var by = group.Find("by")!.Value;
        foreach (var change in OperandChanges.ItemsRemoved(by)) yield return change;
        foreach (var capture in by.Items.Select(item => item.Find("capture")?.Value).OfType<JsonNodeAt>())
            foreach (var change in OperandChanges.Of(capture, OperandShape.Regex)) yield return change;
        foreach (var change in group.Find("where") is { } where ? _conditions.Of(where.Value) : []) yield return change;
        var require = group.Find("require")!.Value;
        var (limit, shape) = require.Find("count") is { } count ? (count.Value, OperandShape.Count) : (require.Find("keepNewest")!.Value, OperandShape.Number);
        foreach (var change in OperandChanges.Of(limit, shape)) yield return change;
    }

    private IEnumerable<Change> Parameters()
    {
        foreach (var parameter in _policy.Find("parameters")?.Value.Members ?? [])
            if (parameter.Value.Find("default") is { } otherwise)
                foreach (var change in OperandChanges.Of(otherwise.Value, ShapeOf(parameter)))
                    yield return change;
    }

    private OperandShape ShapeOf(JsonMember parameter) => parameter.Value.Find("type")!.Value.Text switch
    {
        "number" => OperandShape.Number,
        "boolean" => OperandShape.Boolean,
        "duration" => OperandShape.Duration,
        "date" => OperandShape.Timestamp,
        "list" => OperandShape.List,
        _ => _parameters.IsPattern(parameter.Name) ? OperandShape.Regex : OperandShape.Text,
    };
}
