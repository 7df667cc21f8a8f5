using System.Globalization;
using System.Text.Json;

namespace ImsAudit.Json;

/// <summary>
/// A JSON object that is read member by member. What is missing or of another type is a <see cref="JsonRowException"/>
/// that names the place; members that nobody asks for are passed over, so that a later version may add some.
/// </summary>
public readonly record struct JsonRow
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    private readonly JsonElement _element;

    /// <param name="pointer">Where the object stands, as a JSON pointer; empty for the whole document.</param>
    /// <exception cref="JsonRowException">It is no object.</exception>
    public JsonRow(JsonElement element, string pointer = "")
    {
        if (element.ValueKind != JsonValueKind.Object) throw new JsonRowException(pointer, $"an object is expected here, not {Kind(element)}");
        _element = element;
        Pointer = pointer;
    }

    public string Pointer { get; }

    /// <summary>The members' names in their order.</summary>
    public IEnumerable<string> Names => _element.EnumerateObject().Select(JsonStrings.Name);

    public string Text(string name) => OptionalText(name) ?? throw Missing(name, "a text");

    /// <summary>Null when the member is null or not there; so are all the members called optional.</summary>
    public string? OptionalText(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? JsonStrings.Read(value)
        : throw Wrong(name, "a text", value);

    public bool Boolean(string name) => OptionalBoolean(name) ?? throw Missing(name, "true or false");

    public bool? OptionalBoolean(string name) => Find(name)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, "true or false", Find(name)!.Value),
    };

    public long Count(string name) =>
        Find(name) is not { } value ? throw Missing(name, "a number")
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0 ? number
        : throw Wrong(name, "a whole number, 0 or more", value);

    public int SmallCount(string name) => Count(name) is var count and <= int.MaxValue ? (int)count : throw At(name, "is too large");

    public double? OptionalNumber(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number
        : throw Wrong(name, "a number", value);

    public DateTimeOffset Time(string name) => OptionalTime(name) ?? throw Missing(name, "a timestamp");

    public DateTimeOffset? OptionalTime(string name)
    {
        if (OptionalText(name) is not { } text) return null;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, Utc, out var time)
            ? time
            : throw At(name, "is no timestamp such as 2026-01-31T12:00:00Z");
    }

    public DateOnly Date(string name) =>
        DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw At(name, "is no date such as 2026-01-31");

    public JsonRow Row(string name) => OptionalRow(name) ?? throw Missing(name, "an object");

    public JsonRow? OptionalRow(string name) => Find(name) is { } value ? new JsonRow(value, PointerTo(name)) : null;

    /// <summary>The members of an object in their order; <paramref name="read"/> gets each value and its pointer.</summary>
    public IReadOnlyDictionary<string, T>? OptionalMap<T>(string name, Func<JsonElement, string, T> read)
    {
        if (OptionalRow(name) is not { } row) return null;
        var map = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var member in row._element.EnumerateObject())
        {
            var key = JsonStrings.Name(member);
            map[key] = read(member.Value, row.PointerTo(key));
        }
        return map;
    }

    public IReadOnlyList<T> Rows<T>(string name, Func<JsonRow, T> read) => OptionalRows(name, read) ?? throw Missing(name, "a list");

    public IReadOnlyList<T>? OptionalRows<T>(string name, Func<JsonRow, T> read) =>
        Items(name, (item, pointer) => read(new JsonRow(item, pointer)));

    public IReadOnlyList<string> Texts(string name) => OptionalTexts(name) ?? throw Missing(name, "a list of texts");

    public IReadOnlyList<string>? OptionalTexts(string name) => Items(name, (item, pointer) =>
        item.ValueKind == JsonValueKind.String
            ? JsonStrings.Read(item)
            : throw new JsonRowException(pointer, $"a text is expected here, not {Kind(item)}"));

    /// <summary>The member whatever it is; null when it is not there or null.</summary>
    public JsonElement? Find(string name) =>
        _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>A complaint about a member: <c>is no severity</c>.</summary>
    public JsonRowException At(string name, string what) => new(PointerTo(name), $"'{name}' {what}");

    private List<T>? Items<T>(string name, Func<JsonElement, string, T> read)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array) throw Wrong(name, "a list", value);
        var items = new List<T>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray()) items.Add(read(item, $"{PointerTo(name)}/{items.Count}"));
        return items;
    }

    private JsonRowException Missing(string name, string expected) => new(Pointer, $"'{name}' is missing; {expected} is expected");

    private JsonRowException Wrong(string name, string expected, JsonElement found) => At(name, $"is {Kind(found)}; {expected} is expected");

    private string PointerTo(string name) => $"{Pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
