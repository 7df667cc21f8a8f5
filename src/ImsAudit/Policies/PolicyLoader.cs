using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.References;
using ImsAudit.Wording;

namespace ImsAudit.Policies;

/// <summary>
/// Loads layers of policy files into a set. Every mistake in every file is reported together; a set comes out only when
/// there is none.
/// </summary>
public sealed class PolicyLoader
{
    private readonly List<PolicyError> _errors = [];
    private readonly Dictionary<string, ValueList> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LookupTable> _tables = new(StringComparer.Ordinal);
    private readonly List<(PolicyFile File, JsonNodeAt Root)> _policies = [];
    private readonly PolicySchema _schema;

    private PolicyLoader(PolicySchema schema) => _schema = schema;

    /// <param name="layers">In the order in which they were given; the built-in lists and tables need not be among them.</param>
    /// <param name="settings">Values of parameters.</param>
    /// <returns>The set, null when there are errors; the errors are ordered by file and place.</returns>
    public static async Task<(PolicySet? Set, IReadOnlyList<PolicyError> Errors)> LoadAsync(
        IReadOnlyList<PolicyLayer> layers, IReadOnlyList<ParameterSetting> settings)
    {
        var loader = new PolicyLoader(await PolicySchema.LoadAsync());
        loader.Read(BuiltInPolicies.References);
        foreach (var layer in layers) loader.Read(layer);
        var set = loader.Compile(settings);
        return loader._errors.Count == 0 ? (set, []) : (null, loader.OrderedErrors());
    }

    private void Read(PolicyLayer layer)
    {
        var ids = new Dictionary<(PolicyFileKind, string), string>();
        foreach (var file in layer.Files)
        {
            if (file.Kind is not (PolicyFileKind.Policy or PolicyFileKind.List or PolicyFileKind.Table)) continue;
            var (root, mistakes) = ParseRoot(file);
            if (root is not null && file.Kind == PolicyFileKind.Policy) _policies.Add((file, root));
            else if (root is not null && ReadReference(file.Kind, root, mistakes) is { } id && !ids.TryAdd((file.Kind, id), file.Name))
                mistakes.Add(root.Find("id")!.Value, $"the id \"{id}\" is that of {ids[(file.Kind, id)]} too");
            Note(file, mistakes);
        }
    }

    private static (JsonNodeAt? Root, Mistakes Mistakes) ParseRoot(PolicyFile file)
    {
        var mistakes = new Mistakes();
        var (root, found) = JsonFileParser.Parse(file.Utf8);
        foreach (var mistake in found) mistakes.Add(mistake);
        if (root is { Kind: not JsonKind.Object })
        {
            mistakes.Add(root, $"expected an object, found {root.Describe()}");
            root = null;
        }
        return (root, mistakes);
    }

    private string? ReadReference(PolicyFileKind kind, JsonNodeAt root, Mistakes mistakes)
    {
        if (kind == PolicyFileKind.List)
        {
            if (ReferenceParser.ParseList(root, mistakes) is not { } list) return null;
            _lists[list.Id] = list;
            return list.Id;
        }
        if (ReferenceParser.ParseTable(root, mistakes) is not { } table) return null;
        _tables[table.Id] = table;
        return table.Id;
    }

    private PolicySet Compile(IReadOnlyList<ParameterSetting> settings)
    {
        var references = new ReferenceData(_lists, _tables);
        var fields = new FieldSet();
        var policies = new SortedDictionary<string, Policy>(StringComparer.Ordinal);
        foreach (var (file, root) in _policies)
        {
            var mistakes = new Mistakes();
            var overrides = OverridesFor(root, settings);
            var policy = new PolicyParser(root, mistakes).Parse(file.Name, fields, references, overrides);
            if (policy is not null && !policies.TryAdd(policy.Id, policy))
                mistakes.Add(root.Find("id")!.Value, $"the id \"{policy.Id}\" is that of {policies[policy.Id].File} too: an id is unique in the loaded set");
            if (mistakes.All.Count == 0 && !file.Name.StartsWith(BuiltInPolicies.Name, StringComparison.Ordinal)) _schema.Validate(root, mistakes);
            Note(file, mistakes);
        }
        NoteUnknownPolicies(settings);
        return new PolicySet([.. policies.Values], fields, references);
    }

    private Dictionary<string, JsonNodeAt> OverridesFor(JsonNodeAt root, IReadOnlyList<ParameterSetting> settings)
    {
        var overrides = new Dictionary<string, JsonNodeAt>(StringComparer.Ordinal);
        var own = settings.Where(setting => setting.Policy == root.Find("id")?.Value.Text).ToList();
        if (own.Count == 0) return overrides;
        var parameters = new PolicyParser(root, new Mistakes()).ParseParameters();
        foreach (var setting in own)
        {
            var mistakes = new Mistakes();
            if (parameters.FirstOrDefault(one => one.Name == setting.Parameter) is not { } parameter)
            {
                var names = parameters.Select(one => one.Name).ToList();
                Note(setting, $"the policy has no parameter \"{setting.Parameter}\"{NearestName.Suggest(setting.Parameter, names)} (it has: {(names.Count == 0 ? "none" : string.Join(", ", names))})");
            }
            else if (parameter.FromText(setting.Value) is var value && parameter.Accepts(value, mistakes)) overrides[setting.Parameter] = value;
            foreach (var mistake in mistakes.All) Note(setting, mistake.Message);
        }
        return overrides;
    }

    private void NoteUnknownPolicies(IReadOnlyList<ParameterSetting> settings)
    {
        var ids = _policies.Select(policy => policy.Root.Find("id")?.Value.Text).OfType<string>().ToList();
        foreach (var setting in settings.Where(setting => !ids.Contains(setting.Policy)))
            Note(setting, $"there is no policy \"{setting.Policy}\"{NearestName.Suggest(setting.Policy, ids)}");
    }

    private void Note(ParameterSetting setting, string message) => _errors.Add(new PolicyError(setting.ToString(), "", Position: null, message));

    private void Note(PolicyFile file, Mistakes mistakes) => _errors.AddRange(mistakes.All.Select(mistake => PolicyError.Of(file.Name, mistake)));

    private List<PolicyError> OrderedErrors() =>
        [.. _errors.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Position?.Line).ThenBy(error => error.Position?.Column)];
}
