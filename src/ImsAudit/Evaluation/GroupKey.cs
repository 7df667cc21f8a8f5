using System.Text;
using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>What an image is grouped by. Values are compared exactly; a missing one is a key of its own.</summary>
internal static class GroupKey
{
    /// <summary>The key's parts as JSON; null, with the part that is at fault, when one cannot be read.</summary>
    public static JsonText[]? Read(GroupAssertion group, in EvaluationContext context, out GroupKeyPart? unreadable)
    {
        var parts = new JsonText[group.By.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            if (ReadPart(group.By[i], context.Values[group.By[i].Slot]) is not { } part)
            {
                unreadable = group.By[i];
                return null;
            }
            parts[i] = part;
        }
        unreadable = null;
        return parts;
    }

    public static string Join(JsonText[] parts) => $"[{string.Join(',', parts.Select(part => part.Raw))}]";

    private static JsonText? ReadPart(GroupKeyPart part, FieldValue value)
    {
        if (value.IsMissing) return JsonText.Null;
        if (value.Kind == ValueKind.Unreadable) return null;
        if (part.Capture is not { } regex)
            return value.Kind == ValueKind.String ? JsonText.OfString(value.Text!) : JsonText.Parse(value.Json.Span);
        if (value.Text is not { } text) return null;
        return regex.Match(text) is { Success: true } match && match.Groups[1].Success ? JsonText.OfString(Whole(match.Groups[1].Value)) : JsonText.Null;
    }

    /// <summary>A capture may cut a letter beyond the BMP in two, and half of one is no text; it is read as U+FFFD.</summary>
    private static string Whole(string captured) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(captured));
}
