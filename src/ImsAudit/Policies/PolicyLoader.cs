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
    private readonly List<(PolicyFile File, Pack Pack)> _packs = [];
    private PolicySchema? _schema;

    private PolicyLoader() { }

    /// <param name="layers">In the order in which they were given; the built-in lists and tables need not be among them.</param>
    /// <param name="settings">Values of parameters; they go before a pack's.</param>
    /// <param name="pack">The id of the pack whose policies are taken, as it changes them; null: all policies as they are.</param>
    /// <returns>The set, null when there are errors; the errors are ordered by file and place.</returns>
    public static async Task<(PolicySet? Set, IReadOnlyList<PolicyError> Errors)> LoadAsync(
        IReadOnlyList<PolicyLayer> layers, IReadOnlyList<ParameterSetting> settings, string? pack = null)
    {
        var loader = new PolicyLoader();
        loader.Read(BuiltInPolicies.References);
        foreach (var layer in layers) loader.Read(layer);
        // To make the schema takes longer than all else. The built-in policies are held against it when they are built, by a test.
        if (loader._policies.Any(policy => !IsBuiltIn(policy.File))) loader._schema = await PolicySchema.LoadAsync();
        var set = loader.Compile(settings, pack);
        return loader._errors.Count == 0 ? (set with { Layers = layers }, []) : (null, loader.OrderedErrors());
    }

    private void Read(PolicyLayer layer)
    {
        var ids = new Dictionary<(PolicyFileKind, string), string>();
        foreach (var file in layer.Files)
        {
            if (file.Kind == PolicyFileKind.Tests) continue;
            var (root, mistakes) = ParseRoot(file);
            if (root is not null && file.Kind == PolicyFileKind.Policy) _policies.Add((file, root));
            else if (root is not null && ReadOther(file, root, mistakes) is { } id && !ids.TryAdd((file.Kind, id), file.Name))
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

    private string? ReadOther(PolicyFile file, JsonNodeAt root, Mistakes mistakes)
    {
        if (file.Kind == PolicyFileKind.Pack)
        {
            if (new PackParser(mistakes).Parse(file.Name, root) is not { } pack) return null;
            _packs.RemoveAll(earlier => earlier.Pack.Id == pack.Id);
            _packs.Add((file, pack));
            return pack.Id;
        }
        if (file.Kind == PolicyFileKind.List)
        {
            if (ReferenceParser.ParseList(root, mistakes) is not { } list) return null;
            _lists[list.Id] = list;
            return list.Id;
        }
        if (ReferenceParser.ParseTable(root, mistakes) is not { } table) return null;
        _tables[table.Id] = table;
        return table.Id;
    }

    private PolicySet Compile(IReadOnlyList<ParameterSetting> settings, string? packId)
    {
        var pack = PackOf(packId);
        var overrides = new ParameterOverrides(pack, settings);
        var (references, fields) = (new ReferenceData(_lists, _tables), new FieldSet());
        var policies = new SortedDictionary<string, Policy>(StringComparer.Ordinal);
        foreach (var (file, root) in _policies)
        {
            var mistakes = new Mistakes();
            var policy = new PolicyParser(root, mistakes).Parse(file.Name, fields, references, overrides.For(root));
            if (policy is not null && !policies.TryAdd(policy.Id, policy))
                mistakes.Add(root.Find("id")!.Value, $"the id \"{policy.Id}\" is that of {policies[policy.Id].File} too: an id is unique in the loaded set");
            if (mistakes.All.Count == 0 && !IsBuiltIn(file)) _schema!.Validate(root, mistakes);
            Note(file, mistakes);
        }
        overrides.NoteUnknownPolicies([.. _policies.Select(policy => policy.Root.Find("id")?.Value.Text).OfType<string>()]);
        _errors.AddRange(overrides.Errors);
        var ids = policies.Keys.ToList();
        foreach (var (file, one) in _packs) Note(file, PackCheck.Of(one, ids));
        return new PolicySet(pack is null ? [.. policies.Values] : [.. Take(pack, policies.Values)], fields, references)
        {
            Packs = [.. _packs.Select(one => one.Pack).OrderBy(one => one.Id, StringComparer.Ordinal)],
        };
    }

    private static bool IsBuiltIn(PolicyFile file) => file.Name.StartsWith(BuiltInPolicies.Name, StringComparison.Ordinal);

    private Pack? PackOf(string? id)
    {
        if (id is null) return null;
        var found = _packs.Select(one => one.Pack).FirstOrDefault(pack => pack.Id == id);
        if (found is null)
            _errors.Add(new PolicyError($"--pack {id}", "", Position: null, $"there is no such pack{NearestName.Suggest(id, _packs.Select(one => one.Pack.Id))} ({(_packs.Count == 0 ? "no pack is loaded: give the files that have it with --policies" : $"loaded: {string.Join(", ", _packs.Select(one => one.Pack.Id))}")})"));
        return found;
    }

    private static IEnumerable<Policy> Take(Pack pack, IEnumerable<Policy> policies)
    {
        foreach (var policy in policies.Where(policy => pack.Takes(policy.Id)))
        {
            var changed = pack.Overrides.GetValueOrDefault(policy.Id);
            yield return policy with
            {
                Enabled = policy.Enabled || pack.Names(policy.Id),
                Severity = changed?.Severity ?? policy.Severity,
                Categories = changed?.Categories ?? policy.Categories,
            };
        }
    }

    private void Note(PolicyFile file, Mistakes mistakes) => _errors.AddRange(mistakes.All.Select(mistake => PolicyError.Of(file.Name, mistake)));

    private List<PolicyError> OrderedErrors() =>
        [.. _errors.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Position?.Line).ThenBy(error => error.Position?.Column)];
}
