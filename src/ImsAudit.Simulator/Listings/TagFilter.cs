using System.Text.Json;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Listings;

/// <summary>
/// <c>tag=…</c>. IMS moved its tags from <c>key.value</c> to <c>key=value</c>: an old tag is found as <c>key=value</c> and no
/// longer as it is written (the API page's table 1). Glance knows nothing of this.
/// </summary>
internal static class TagFilter
{
    public static ImageFilter Has(string tag, SimulatorMode mode)
    {
        if (mode == SimulatorMode.Glance) return image => Contains(image, tag);
        var equals = tag.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) return tag.Contains('.', StringComparison.Ordinal) ? _ => false : image => Contains(image, tag);
        var old = $"{tag[..equals]}.{tag[(equals + 1)..]}";
        return image => Contains(image, tag) || Contains(image, old);
    }

    private static bool Contains(SimulatedImage image, string tag)
    {
        if (!ImageField.TryFind(image.Json.Span, "tags"u8, out var tags) || tags.TokenType != JsonTokenType.StartArray) return false;
        while (tags.Read() && tags.TokenType != JsonTokenType.EndArray)
        {
            if (tags.TokenType == JsonTokenType.String && tags.ValueTextEquals(tag)) return true;
            tags.Skip();
        }
        return false;
    }
}
