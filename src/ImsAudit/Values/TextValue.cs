using ImsAudit.Fields;
using ImsAudit.Json;

namespace ImsAudit.Values;

/// <summary>The text of a scalar; a list or an object has none.</summary>
internal static class TextValue
{
    public static ValueReader<string> Reader { get; } =
        ValueReader<string>.OfKind(JsonKind.String, "a text", "a text, number or boolean", Read);

    public static Reading<string> Read(FieldValue value) =>
        value.Text is { } text ? Reading<string>.Of(text) : Reading<string>.Unreadable;
}
