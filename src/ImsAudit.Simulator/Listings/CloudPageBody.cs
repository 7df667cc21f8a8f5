using System.Text.Json;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Listings;

/// <summary>Writes the answer of <c>GET /v2/cloudimages</c>: images and no links, with other fields than <c>/v2/images</c> has.</summary>
internal static class CloudPageBody
{
    private const string Market = "__system_support_market";

    private static readonly string[] s_notHere = ["__image_location", "__is_config_init", "_sys_enterprise_project_id"];

    /// <param name="render">What of an image is sent.</param>
    public static ReadOnlyMemory<byte> Write(Page page, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> render) => JsonBody.Object(json =>
    {
        json.WriteStartArray("images");
        foreach (var image in page.Images) json.WriteRawValue(render(Image(image.Json)).Span, skipInputValidation: true);
        json.WriteEndArray();
    });

    private static ReadOnlyMemory<byte> Image(ReadOnlyMemory<byte> image)
    {
        using var document = JsonDocument.Parse(image);
        var fields = document.RootElement;
        return JsonBody.Object(json =>
        {
            foreach (var field in fields.EnumerateObject())
                if (!s_notHere.Contains(field.Name))
                    field.WriteTo(json);
            // A JSON boolean, other than all the rest.
            if (!fields.TryGetProperty(Market, out _)) json.WriteBoolean(Market, false);
        });
    }
}
