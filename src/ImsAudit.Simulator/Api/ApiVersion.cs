using System.Text.Json;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Api;

/// <summary>
/// <c>X-Api-Version</c> (the API page, "URI"): above "M" the results are those of OpenStack Queens, up to "M" those of Mitaka,
/// which had no visibility "shared" and called such an image private. Without the header they are given as they are kept.
/// </summary>
internal static class ApiVersion
{
    public static ReadOnlyMemory<byte> Render(SimulatedRequest request, ReadOnlyMemory<byte> image) =>
        IsMitaka(request.Header("X-Api-Version")) ? AsMitaka(image) : image;

    private static bool IsMitaka(string? version) =>
        version is { Length: > 0 } && string.Compare(version, "M", StringComparison.OrdinalIgnoreCase) <= 0;

    private static ReadOnlyMemory<byte> AsMitaka(ReadOnlyMemory<byte> image)
    {
        using var document = JsonDocument.Parse(image);
        var fields = document.RootElement;
        return JsonBody.Object(json =>
        {
            foreach (var field in fields.EnumerateObject())
            {
                if (field.NameEquals("visibility"u8) && field.Value.ValueKind == JsonValueKind.String && field.Value.ValueEquals("shared"u8))
                    json.WriteString("visibility", "private");
                else field.WriteTo(json);
            }
        });
    }
}
