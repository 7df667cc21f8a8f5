using ImsAudit.Wording;

namespace ImsAudit.Json;

/// <summary>Reads the members of an object that people wrote: unknown members and wrong kinds become mistakes.</summary>
public sealed class ObjectReader
{
    private readonly JsonNodeAt _node;
    private readonly Mistakes _mistakes;

    /// <param name="valid">The names of all members that may stand in it.</param>
    public ObjectReader(JsonNodeAt node, Mistakes mistakes, IReadOnlyCollection<string> valid)
    {
        _node = node;
        _mistakes = mistakes;
        foreach (var member in node.Members.Where(member => !valid.Contains(member.Name)))
            mistakes.Add(member, $"unknown member \"{member.Name}\"{NearestName.Suggest(member.Name, valid)} (valid: {string.Join(", ", valid)})");
    }

    public JsonNodeAt? Member(string name) => _node.Find(name)?.Value;

    /// <summary>A member that must be there; null, and noted, when it is not.</summary>
    public JsonNodeAt? Required(string name)
    {
        var member = Member(name);
        if (member is null) _mistakes.Add(_node, $"the member \"{name}\" is missing");
        return member;
    }

    public string? RequiredText(string name) => Required(name) is { } member ? TextOf(member) : null;

    public string? Text(string name) => Member(name) is { } member ? TextOf(member) : null;

    public bool Flag(string name, bool otherwise)
    {
        if (Member(name) is not { } member) return otherwise;
        if (member.Boolean is { } value) return value;
        _mistakes.Add(member, $"expected true or false, found {member.Describe()}");
        return otherwise;
    }

    /// <summary>A list of texts; empty when the member is not there.</summary>
    public IReadOnlyList<JsonNodeAt> Texts(string name) => Member(name) is { } member ? TextsOf(member) : [];

    public IReadOnlyList<JsonNodeAt> TextsOf(JsonNodeAt list) =>
        [.. Items(list, "a list of texts").Where(item => TextOf(item) is not null)];

    public IReadOnlyList<JsonNodeAt> Items(JsonNodeAt list, string expected)
    {
        if (list.Kind == JsonKind.Array) return list.Items;
        _mistakes.Add(list, $"expected {expected}, found {list.Describe()}");
        return [];
    }

    private string? TextOf(JsonNodeAt member)
    {
        if (member.Text is null) _mistakes.Add(member, $"expected a text, found {member.Describe()}");
        return member.Text;
    }
}
