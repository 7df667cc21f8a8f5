namespace ImsAudit.Collection.Connecting;

/// <summary>Where Huawei Cloud's services are by default (ims-api, section Credential sources).</summary>
internal static class HuaweiCloud
{
    private const string Domain = ".myhuaweicloud.com";

    /// <summary>True for a text that can stand in a host name as a region's id.</summary>
    public static bool IsRegion(string? text) =>
        !string.IsNullOrEmpty(text) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static string Images(string region) => $"https://ims.{region}{Domain}";

    public static string Identity(string region) => $"https://iam.{region}{Domain}";

    /// <summary>True for an endpoint whose credentials Huawei Cloud's own identity service knows; null is the region's own.</summary>
    public static bool Owns(string? endpoint) =>
        string.IsNullOrEmpty(endpoint) || (Uri.TryCreate(endpoint.Trim(), UriKind.Absolute, out var address) && address.Host.EndsWith(Domain, StringComparison.OrdinalIgnoreCase));
}
