using ImsAudit.Json;

namespace ImsAudit.Policies;

/// <summary>A text in one or several languages.</summary>
public sealed class LocalText
{
    private const string Fallback = "en";
    private readonly IReadOnlyDictionary<string, string> _byLanguage;

    private LocalText(IReadOnlyDictionary<string, string> byLanguage) => _byLanguage = byLanguage;

    /// <summary>Every version of the text.</summary>
    public IEnumerable<string> All => _byLanguage.Values;

    /// <summary>The text in a language, else in English, else in the first one that there is.</summary>
    public string In(string language) =>
        _byLanguage.TryGetValue(language, out var text) || _byLanguage.TryGetValue(Fallback, out text) ? text : _byLanguage.Values.First();

    /// <summary>A text, or an object of language to text; null, and noted, when it is neither.</summary>
    public static LocalText? Parse(JsonNodeAt node, Mistakes mistakes)
    {
        if (node.Text is { } text) return new LocalText(new Dictionary<string, string>(StringComparer.Ordinal) { [Fallback] = text });
        if (node.Kind != JsonKind.Object || node.Members.Count == 0)
        {
            mistakes.Add(node, $"expected a text, or an object of language to text such as {{ \"en\": \"…\", \"zh\": \"…\" }}, found {node.Describe()}");
            return null;
        }
        foreach (var member in node.Members.Where(member => member.Value.Text is null))
            mistakes.Add(member.Value, $"expected a text, found {member.Value.Describe()}");
        return new LocalText(node.Members.ToDictionary(member => member.Name, member => member.Value.Text ?? "", StringComparer.Ordinal));
    }
}
