using ImsAudit.Json;
using ImsAudit.Wording;

namespace ImsAudit.Policies;

/// <summary>The values of parameters that a pack and the command line set; the command line's go before the pack's.</summary>
internal sealed class ParameterOverrides(Pack? pack, IReadOnlyList<ParameterSetting> settings)
{
    private readonly List<PolicyError> _errors = [];

    public IReadOnlyList<PolicyError> Errors => _errors;

    /// <summary>The values for one policy; what is wrong with them is noted.</summary>
    public IReadOnlyDictionary<string, JsonNodeAt> For(JsonNodeAt policy)
    {
        var values = new Dictionary<string, JsonNodeAt>(StringComparer.Ordinal);
        var id = policy.Find("id")?.Value.Text ?? "";
        var packed = pack?.Overrides.GetValueOrDefault(id)?.Parameters ?? [];
        var set = settings.Where(setting => setting.Policy == id).ToList();
        if (packed.Count == 0 && set.Count == 0) return values;
        var parameters = new PolicyParser(policy, new Mistakes()).ParseParameters();
        foreach (var member in packed)
        {
            var mistakes = new Mistakes();
            if (Find(parameters, member.Name, out var unknown) is not { } parameter) mistakes.Add(member, unknown);
            else if (parameter.Accepts(member.Value, mistakes)) values[member.Name] = member.Value;
            _errors.AddRange(mistakes.All.Select(mistake => PolicyError.Of(pack!.File, mistake)));
        }
        foreach (var setting in set)
        {
            var mistakes = new Mistakes();
            if (Find(parameters, setting.Parameter, out var unknown) is not { } parameter) Note(setting, unknown);
            else if (parameter.FromText(setting.Value) is var value && parameter.Accepts(value, mistakes)) values[setting.Parameter] = value;
            foreach (var mistake in mistakes.All) Note(setting, mistake.Message);
        }
        return values;
    }

    public void NoteUnknownPolicies(IReadOnlyCollection<string> ids)
    {
        foreach (var setting in settings.Where(setting => !ids.Contains(setting.Policy)))
            Note(setting, $"there is no policy \"{setting.Policy}\"{NearestName.Suggest(setting.Policy, ids)}");
    }

    private static PolicyParameter? Find(IReadOnlyList<PolicyParameter> parameters, string name, out string unknown)
    {
        var names = parameters.Select(one => one.Name).ToList();
        unknown = $"the policy has no parameter \"{name}\"{NearestName.Suggest(name, names)} (it has: {(names.Count == 0 ? "none" : string.Join(", ", names))})";
        return parameters.FirstOrDefault(one => one.Name == name);
    }

    private void Note(ParameterSetting setting, string message) => _errors.Add(new PolicyError(setting.ToString(), "", Position: null, message));
}
