using ImsAudit.Collection.Api;
using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Connecting;

/// <summary>Which endpoint a target means, or what the user has to say more clearly.</summary>
internal sealed record EndpointChoice(ApiEndpoint? Endpoint, string? Region, string? Mistake)
{
    /// <summary>How it was found, for people.</summary>
    public string From { get; private init; } = "";

    /// <summary>The endpoint that was given, else the catalogue's, else Huawei Cloud's for the region.</summary>
    public static EndpointChoice Of(CollectionTarget target, ServiceCatalogue? catalogue)
    {
        if (!string.IsNullOrEmpty(target.Endpoint))
            return Parse(target.Endpoint, target.Region, ConfigurationSentences.BadEndpoint) with { From = target.EndpointSource ?? "given" };
        if (catalogue is { Images.Count: > 0 }) return FromCatalogue(target, catalogue) with { From = "the token's catalogue" };
        if (string.IsNullOrEmpty(target.Region)) return Wrong(ConfigurationSentences.NoEndpoint(target));
        return HuaweiCloud.IsRegion(target.Region)
            ? Parse(HuaweiCloud.Images(target.Region), target.Region, ConfigurationSentences.BadEndpoint) with { From = "Huawei Cloud's address for the region" }
            : Wrong(ConfigurationSentences.BadRegion(target.Region));
    }

    private static EndpointChoice FromCatalogue(CollectionTarget target, ServiceCatalogue catalogue)
    {
        var region = string.IsNullOrEmpty(target.Region) ? null : target.Region;
        var found = catalogue.Find(target.Interface, region);
        var regions = found.Select(endpoint => endpoint.Region).Distinct(StringComparer.Ordinal).ToList();
        // A token is not sent to a guessed host when the catalogue knows the right ones.
        if (found.Count == 0) return Wrong(ConfigurationSentences.NotInCatalogue(target, catalogue));
        return region is null && regions.Count > 1
            ? Wrong(ConfigurationSentences.SeveralRegions(target, regions))
            : Parse(found[0].Url, region ?? found[0].Region, ConfigurationSentences.BadCatalogueEndpoint);
    }

    private static EndpointChoice Parse(string url, string? region, Func<string, string, string> sentence)
    {
        var endpoint = ApiEndpoint.Parse(url, out var mistake);
        return endpoint is null ? Wrong(sentence(url, mistake!)) : new EndpointChoice(endpoint, region, null);
    }

    private static EndpointChoice Wrong(string mistake) => new(null, null, mistake);
}
