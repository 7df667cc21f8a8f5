using System.Text.RegularExpressions;
using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.References;

namespace ImsAudit.Policies;

/// <summary>Compiles one policy file's JSON. All of its mistakes are noted together.</summary>
internal sealed partial class PolicyParser
{
    private static readonly string[] Assertions = ["require", "forbid", "group"];

    private readonly JsonNodeAt _root;
    private readonly Mistakes _mistakes;
    private readonly ObjectReader _reader;

    public PolicyParser(JsonNodeAt root, Mistakes mistakes)
    {
        _root = root;
        _mistakes = mistakes;
        _reader = new ObjectReader(root, mistakes, MemberNames);
    }

    /// <summary>Every member of a policy, in the order of the documentation.</summary>
    public static IReadOnlyList<string> MemberNames { get; } =
    [
        "$schema", "id", "title", "description", "rationale", "remediation", "severity", "categories", "when", "require", "forbid", "group",
        "parameters", "message", "references", "tags", "controls", "enabled", "waivable", "sensitive",
    ];

    /// <summary>To be shared where a policy is compiled many times.</summary>
    public PatternCache Patterns { get; init; } = new();

    /// <summary>Null when there was any mistake.</summary>
    /// <param name="overrides">Values of parameters that a pack or an option sets; each is of the parameter's type.</param>
    public Policy? Parse(string file, FieldSet fields, ReferenceData references, IReadOnlyDictionary<string, JsonNodeAt> overrides)
    {
        var parameters = ParseParameters();
        var values = parameters.ToDictionary(one => one.Name, one => overrides.GetValueOrDefault(one.Name) ?? one.Default, StringComparer.Ordinal);
        var scope = new CompilationScope(fields, references, _mistakes) { Parameters = values, Patterns = Patterns };
        var texts = ParseTexts(scope);
        var when = _reader.Member("when") is { } condition ? ConditionParser.Parse(scope, condition) : null;
        var assertion = ParseAssertion(scope);
        var (id, severity, categories) = (ParseId(), PolicyMembers.ReadSeverity(_reader, _mistakes), PolicyMembers.ReadCategories(_reader, _mistakes));
        var (urls, tags, controls) = (ParseReferences(), _reader.Texts("tags"), PolicyMembers.ReadControls(_reader, _mistakes));
        var (enabled, waivable, sensitive) = (_reader.Flag("enabled", true), _reader.Flag("waivable", true), _reader.Flag("sensitive", false));
        if (_mistakes.All.Count > 0) return null;
        return new Policy
        {
            Id = id!,
            File = file,
            Source = _root,
            Title = texts.Title!,
            Description = texts.Description,
            Rationale = texts.Rationale,
            Remediation = texts.Remediation,
            Message = texts.Message,
            Severity = severity,
            Categories = categories,
            When = when,
            Assertion = assertion!,
            Parameters = parameters,
            ParameterValues = values,
            References = urls,
            Tags = [.. tags.Select(tag => tag.Text!)],
            Controls = controls,
            Enabled = enabled,
            Waivable = waivable,
            Sensitive = sensitive,
            Slots = scope.Slots,
            UsedReferences = scope.UsedReferences,
            Queries = scope.Queries,
        };
    }

    /// <summary>The parameters alone: they are known before a pack's or an option's values are.</summary>
    public IReadOnlyList<PolicyParameter> ParseParameters()
    {
        if (_reader.Member("parameters") is not { } node) return [];
        if (node.Kind == JsonKind.Object) return [.. node.Members.Select(member => PolicyParameter.Parse(member, _mistakes)).OfType<PolicyParameter>()];
        _mistakes.Add(node, $"expected an object of parameter name to {{ \"type\", \"default\" }}, found {node.Describe()}");
        return [];
    }

    private (LocalText? Title, LocalText? Description, LocalText? Rationale, LocalText? Remediation, MessageTemplate? Message) ParseTexts(CompilationScope scope)
    {
        LocalText? Text(string name) => _reader.Member(name) is { } node ? LocalText.Parse(node, _mistakes) : null;
        var title = _reader.Required("title") is null ? null : Text("title");
        if (title is not null && title.All.Any(text => string.IsNullOrWhiteSpace(text) || text.Contains('\n', StringComparison.Ordinal)))
            _mistakes.Add(_reader.Member("title")!, "a title is one line that says what must be true");
        var message = _reader.Member("message") is { } node ? MessageTemplate.Parse(node, scope) : null;
        return (title, Text("description"), Text("rationale"), Text("remediation"), message);
    }

    private string? ParseId()
    {
        var id = _reader.RequiredText("id");
        if (id is not null && !IdPattern().IsMatch(id))
            _mistakes.Add(_reader.Member("id")!, $"an id is words of lower-case letters and digits joined by hyphens, such as \"must-be-uefi\"; found \"{id}\"");
        return id;
    }

    private Assertion? ParseAssertion(CompilationScope scope)
    {
        var given = _root.Members.Where(member => Assertions.Contains(member.Name)).ToList();
        if (given is [var only])
            return only.Name == "group" ? new GroupParser(scope).Parse(only.Value)
                : ConditionParser.Parse(scope, only.Value) is { } condition ? new ImageAssertion(condition, only.Name == "forbid") : null;
        if (given.Count == 0) _mistakes.Add(_root, $"expected exactly one of {string.Join(", ", Assertions)}, found none");
        else _mistakes.Add(given[1], $"expected exactly one of {string.Join(", ", Assertions)}, found {string.Join(" and ", given.Select(member => member.Name))}");
        return null;
    }

    private List<string> ParseReferences()
    {
        var urls = new List<string>();
        foreach (var item in _reader.Texts("references"))
        {
            if (Uri.TryCreate(item.Text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http") urls.Add(item.Text!);
            else _mistakes.Add(item, $"expected a URL that begins with https:// or http://, found {item.Describe()}");
        }
        return urls;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IdPattern();
}
