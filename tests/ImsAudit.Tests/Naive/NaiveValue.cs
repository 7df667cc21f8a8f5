using System.Text.Json;
using ImsAudit.Json;

namespace ImsAudit.Tests.Naive;

/// <summary>A value as the language page speaks of it: missing, there but unreadable, or JSON.</summary>
internal readonly record struct NaiveValue(JsonElement? Json, bool IsUnreadable = false)
{
    public static NaiveValue Missing => default;

    public static NaiveValue Unreadable => new(Json: null, IsUnreadable: true);

    public bool IsMissing => !IsUnreadable && (Json is null || Json.Value.ValueKind == JsonValueKind.Null);

    public bool IsList => Json is { ValueKind: JsonValueKind.Array };

    public bool IsScalar => Json is { ValueKind: JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False };

    /// <summary>"The text of a value is a string itself, and a boolean or number in its JSON form; a list or an object has none."</summary>
    public string? Text => !IsScalar ? null : Json!.Value.ValueKind == JsonValueKind.String ? JsonStrings.Read(Json.Value) : Json.Value.GetRawText();

    public NaiveValue[] Items => [.. Json!.Value.EnumerateArray().Select(item => new NaiveValue(item))];

    public static NaiveValue Of(string json) => new(JsonDocument.Parse(json).RootElement);

    public static NaiveValue OfText(string? text) => text is null ? Missing : Of(JsonSerializer.Serialize(text));

    public static NaiveValue OfTexts(IEnumerable<string> texts) => Of(JsonSerializer.Serialize(texts));
}

/// <summary>Kleene's logic over <c>bool?</c>, where null is unknown.</summary>
internal static class Kleene
{
    public static bool? All(IEnumerable<bool?> truths)
    {
        var all = truths.ToList();
        return all.Contains(false) ? false : all.Contains(null) ? null : true;
    }

    public static bool? Any(IEnumerable<bool?> truths)
    {
        var all = truths.ToList();
        return all.Contains(true) ? true : all.Contains(null) ? null : false;
    }
}
