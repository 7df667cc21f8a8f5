using System.Text.Json;

namespace ImsAudit.Collection.Credentials;

/// <summary>One endpoint of a service in the token's catalogue.</summary>
internal sealed record CatalogueEndpoint(string Interface, string? Region, string Url);

/// <summary>The image endpoints that the token's catalogue names.</summary>
internal sealed record ServiceCatalogue(IReadOnlyList<CatalogueEndpoint> Images)
{
    /// <summary>The endpoints of an interface, in one region or, with null, in all.</summary>
    public IReadOnlyList<CatalogueEndpoint> Find(string @interface, string? region) =>
        [.. Images.Where(endpoint => IsInterface(endpoint, @interface) && (region is null || endpoint.Region == region || endpoint.Region is null or "*"))];

    /// <param name="catalogue">The member <c>catalog</c> of the token (Keystone v3).</param>
    public static ServiceCatalogue Read(JsonElement catalogue)
    {
        if (catalogue.ValueKind != JsonValueKind.Array) return new ServiceCatalogue([]);
        return new ServiceCatalogue([.. catalogue.EnumerateArray().Where(IsImageService).SelectMany(Endpoints)]);
    }

    private static bool IsInterface(CatalogueEndpoint endpoint, string wanted) =>
        endpoint.Interface == wanted || endpoint.Interface == wanted + "URL";

    private static bool IsImageService(JsonElement service) => Json.Text(service, "type") == "image";

    private static IEnumerable<CatalogueEndpoint> Endpoints(JsonElement service)
    {
        if (!service.TryGetProperty("endpoints", out var endpoints) || endpoints.ValueKind != JsonValueKind.Array) yield break;
        foreach (var endpoint in endpoints.EnumerateArray())
        {
            if (Json.Text(endpoint, "url") is not { } url) continue;
            yield return new CatalogueEndpoint(Json.Text(endpoint, "interface") ?? "public", Json.Text(endpoint, "region_id") ?? Json.Text(endpoint, "region"), url);
        }
    }
}
