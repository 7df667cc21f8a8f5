using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.References;
using ImsAudit.Wording;

namespace ImsAudit.Conditions;

/// <summary>What the conditions of one policy are compiled against, and where its mistakes are noted.</summary>
public sealed class CompilationScope(FieldSet fields, ReferenceData references, Mistakes mistakes)
{
    private readonly SortedSet<int> _slots = [];
    private readonly List<ReferenceQuery> _queries = [];
    private readonly HashSet<string> _usedParameters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _usedReferences = new(StringComparer.Ordinal);

    /// <summary>The values of the policy's parameters; null where one has none.</summary>
    public IReadOnlyDictionary<string, JsonNodeAt?> Parameters { get; init; } = new Dictionary<string, JsonNodeAt?>(StringComparer.Ordinal);

    /// <summary>The regular expressions of the policy, and of all that share the cache.</summary>
    public PatternCache Patterns { get; init; } = new();

    public ReferenceData References => references;

    public Mistakes Mistakes => mistakes;

    /// <summary>The slots of the fields that the policy reads.</summary>
    public IReadOnlyCollection<int> Slots => _slots;

    /// <summary>What the policy wants to know of other images.</summary>
    public IReadOnlyList<ReferenceQuery> Queries => _queries;

    /// <summary>The scope of the judged image, inside of a <c>where</c> about another image; else null.</summary>
    public CompilationScope? Outer { get; private init; }

    /// <summary>The ids of the lists and tables that the policy uses.</summary>
    public IReadOnlyCollection<string> UsedReferences => _usedReferences;

    public IReadOnlyCollection<string> UsedParameters => _usedParameters;

    /// <summary>The scope of a <c>where</c> about another image: its fields are that image's.</summary>
    public CompilationScope Inner() => new(fields, references, mistakes) { Parameters = Parameters, Patterns = Patterns, Outer = Outer ?? this };

    public void Add(ReferenceQuery query)
    {
        _queries.Add(query);
        // What a where inside of a where asks is asked for the same judged image.
        if (Outer is not null) Outer._queries.Add(query);
    }

    public void Note(JsonNodeAt node, string message) => mistakes.Add(node, message);

    public void Note(JsonMember member, string message) => mistakes.Add(member, message);

    /// <summary>The slot of a field; null, and noted, when there can be no such field.</summary>
    public int? SlotOf(JsonNodeAt node)
    {
        if (node.Text is not { } name)
        {
            Note(node, $"expected the name of a field, found {node.Describe()}");
            return null;
        }
        if (FieldNames.MistakeIn(name) is { } mistake)
        {
            Note(node, mistake);
            return null;
        }
        var slot = fields.SlotOf(name);
        _slots.Add(slot);
        return slot;
    }

    /// <summary>The value of a parameter; null, and noted, when there is none.</summary>
    public JsonNodeAt? ParameterOf(JsonNodeAt node)
    {
        if (node.Text is not { } name)
        {
            Note(node, $"expected the name of a parameter, found {node.Describe()}");
            return null;
        }
        (Outer ?? this)._usedParameters.Add(name);
        if (!Parameters.TryGetValue(name, out var value))
            Note(node, $"there is no parameter \"{name}\"{NearestName.Suggest(name, Parameters.Keys)}: declare it under \"parameters\"");
        else if (value is null)
            Note(node, $"the parameter \"{name}\" has no default and was not set: set it with --param");
        return value;
    }

    public ValueList? ListOf(JsonNodeAt node) => ReferenceOf(node, "list", references.Lists);

    public LookupTable? TableOf(JsonNodeAt node) => ReferenceOf(node, "table", references.Tables);

    private T? ReferenceOf<T>(JsonNodeAt node, string kind, IReadOnlyDictionary<string, T> known) where T : class
    {
        if (node.Text is not { } id)
        {
            Note(node, $"expected the id of a {kind}, found {node.Describe()}");
            return null;
        }
        (Outer ?? this)._usedReferences.Add(id);
        if (known.TryGetValue(id, out var found)) return found;
        Note(node, $"there is no {kind} \"{id}\"{NearestName.Suggest(id, known.Keys)}: a {kind} is a file {id}.{kind}.json in a policy folder");
        return null;
    }
}
