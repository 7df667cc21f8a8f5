using System.Text.Json;
using ImsAudit.Images;
using ImsAudit.Json;

namespace ImsAudit.Collection.Api;

/// <summary>
/// Reads <c>GET /v2/images/{image_id}/members</c>, in the older shape (<c>members</c>, <c>schema</c>) and in the newer one
/// with <c>page_info</c> and <c>member_type</c>. Anything that is not exactly that throws.
/// </summary>
internal static class MemberPageReader
{
    private static readonly JsonDocumentOptions s_strict = new() { MaxDepth = 64 };

    /// <exception cref="MalformedPageException">The body is no list of this image's members.</exception>
    public static MemberPage Read(ReadOnlyMemory<byte> body, string imageId)
    {
        try
        {
            using var document = JsonDocument.Parse(body, s_strict);
            var row = new JsonRow(document.RootElement);
            var members = row.Rows("members", member => ReadMember(member, imageId));
            return new MemberPage(members, row.OptionalRow("page_info")?.OptionalText("next_marker") is { Length: > 0 } marker ? marker : null);
        }
        catch (JsonException malformed)
        {
            throw new MalformedPageException($"is no list of members ({malformed.Message})");
        }
        catch (InvalidOperationException)
        {
            // The reader's way to say that a name holds half a surrogate pair.
            throw new MalformedPageException("holds a name that is no text");
        }
    }

    private static ImageMember ReadMember(JsonRow row, string imageId)
    {
        if (row.OptionalText("image_id") is { } other && other != imageId) throw row.At("image_id", "names another image");
        var id = row.Text("member_id");
        return new ImageMember(id.Length > 0 ? id : throw row.At("member_id", "is empty"), row.Text("status"), row.OptionalText("member_type"));
    }
}
