using System.Globalization;
using System.Text.Json;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Api;

/// <summary>Writes the members of an image (<c>ims-api.md</c>, 2): all at once, or page by page where a <c>limit</c> or a <c>marker</c> is given.</summary>
internal sealed class MemberPage(SimulatedImage image, string project, QueryParameters query)
{
    public ReadOnlyMemory<byte> Write() => JsonBody.Object(json =>
    {
        var seen = image.Members.Where(member => image.Owner == project || member.Key == project).OrderBy(member => member.Key, StringComparer.Ordinal).ToList();
        var paged = query.Last("limit") is not null || query.Last("marker") is not null;
        var rest = seen.Where(member => string.CompareOrdinal(member.Key, query.Last("marker")) > 0).ToList();
        var page = rest.Take(int.TryParse(query.Last("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : int.MaxValue).ToList();
        json.WriteStartArray("members");
        foreach (var member in page) Write(json, member.Key, member.Value);
        json.WriteEndArray();
        if (paged) WritePageInfo(json, page.Count, page.Count > 0 && page.Count < rest.Count ? page[^1].Key : null);
        json.WriteString("schema", "/v2/schemas/members");
    });

    private void Write(Utf8JsonWriter json, string member, MemberStatus status)
    {
        json.WriteStartObject();
        json.WriteString("status", status.Name());
        json.WriteString("created_at", image.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("updated_at", image.UpdatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("image_id", image.Id);
        json.WriteString("member_id", member);
        json.WriteString("schema", "/v2/schemas/member");
        json.WriteEndObject();
    }

    private static void WritePageInfo(Utf8JsonWriter json, int count, string? next)
    {
        json.WriteStartObject("page_info");
        json.WriteNumber("current_count", count);
        if (next is not null) json.WriteString("next_marker", next);
        json.WriteEndObject();
    }
}
