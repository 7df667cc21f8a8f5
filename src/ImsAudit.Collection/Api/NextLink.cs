namespace ImsAudit.Collection.Api;

/// <summary>
/// What a page says about the page behind it. Only the marker is taken from <c>next</c>: Glance drops repeated parameters
/// from it and the gateway adds some, and a hostile server may point elsewhere.
/// </summary>
internal static class NextLink
{
    public const int LongestMarker = 1024;

    /// <summary>The marker that <paramref name="next"/> carries, or null with the reason why the link must not be followed.</summary>
    public static string? Marker(string next, ApiEndpoint endpoint, out string? refusal)
    {
        refusal = Refusal(next, endpoint, out var target);
        if (refusal is not null) return null;
        var markers = Markers(target!.Query).Distinct(StringComparer.Ordinal).ToList();
        refusal = markers switch
        {
            [] or [""] => "carries no marker",
            [{ Length: > LongestMarker }] => "carries a marker that is too long to be an image's id",
            [_] => null,
            _ => "carries several markers",
        };
        return refusal is null ? markers[0] : null;
    }

    private static string? Refusal(string next, ApiEndpoint endpoint, out Uri? target)
    {
        if (!Uri.TryCreate(endpoint.Images, next, out target)) return "is no address";
        var elsewhere = target.Scheme != endpoint.Images.Scheme || target.IdnHost != endpoint.Images.IdnHost
            || target.Port != endpoint.Images.Port || target.UserInfo.Length > 0;
        if (elsewhere) return "points to another server, where nothing is sent";
        return endpoint.IsImagesPath(target.AbsolutePath, prefixMayBeMissing: IsHostless(next))
            ? null
            : "points to another path than the image list, where nothing is sent";
    }

    private static bool IsHostless(string next) => next.StartsWith('/') && !next.StartsWith("//", StringComparison.Ordinal);

    private static IEnumerable<string> Markers(string query)
    {
        foreach (var part in query.TrimStart('?').Split('&'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0 && Decode(part[..equals]) == "marker") yield return Decode(part[(equals + 1)..]);
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
