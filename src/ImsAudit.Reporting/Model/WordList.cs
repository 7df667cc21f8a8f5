using System.Globalization;
using System.Text.Json;

namespace ImsAudit.Reporting.Model;

/// <summary>
/// The headings and fixed words of reports in one language, from <c>reports-templates/words/LANGUAGE.json</c>. A text has
/// places for values, <c>{0}</c> and so on; where its form depends on how many there are, it is an object of <c>one</c> and
/// <c>other</c>, and the first value decides.
/// </summary>
internal sealed class WordList
{
    private static readonly Lazy<WordList> English = new(() => Load("en"));
    private static readonly Lazy<WordList> Chinese = new(() => Load("zh"));
    private readonly SortedDictionary<string, (string One, string Other)> _texts = new(StringComparer.Ordinal);

    private WordList(JsonElement texts)
    {
        foreach (var text in texts.EnumerateObject())
            _texts.Add(text.Name, text.Value.ValueKind == JsonValueKind.String
                ? (text.Value.GetString()!, text.Value.GetString()!)
                : (text.Value.GetProperty("one").GetString()!, text.Value.GetProperty("other").GetString()!));
    }

    public IEnumerable<string> Keys => _texts.Keys;

    /// <param name="language"><c>en</c> or <c>zh</c>.</param>
    public static WordList Of(string language) => language == "zh" ? Chinese.Value : English.Value;

    public bool Has(string key) => _texts.ContainsKey(key);

    /// <param name="values">Numbers are written with separators of thousands, texts as they are.</param>
    public string Say(string key, params object[] values)
    {
        var (one, other) = _texts[key];
        var shown = values.Select(value => value is long or int ? Words.Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)) : value).ToArray();
        return string.Format(CultureInfo.InvariantCulture, values is [1L or 1, ..] ? one : other, shown);
    }

    /// <summary>A text as it stands in the list, its places open; the form for one thing and the form for others.</summary>
    public (string One, string Other) Raw(string key) => _texts[key];

    private static WordList Load(string language)
    {
        var name = $"words.{language}.json";
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The words {name} are not in the assembly.");
        using var document = JsonDocument.Parse(stream);
        return new WordList(document.RootElement);
    }
}
