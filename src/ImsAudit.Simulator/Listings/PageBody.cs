using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Listings;

/// <summary>Writes the answer of a listing.</summary>
internal static class PageBody
{
    /// <param name="render">What of an image is sent.</param>
    public static ReadOnlyMemory<byte> Write(Page page, PageLinks links, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> render) =>
        JsonBody.Object(json =>
        {
            json.WriteString("schema", "/v2/schemas/images");
            if (page.Next is not null) json.WriteString("next", links.Next(page.Next));
            json.WriteStartArray("images");
            foreach (var image in page.Images) json.WriteRawValue(render(image.Json).Span, skipInputValidation: true);
            json.WriteEndArray();
            json.WriteString("first", links.First);
        });
}
