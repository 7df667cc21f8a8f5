namespace ImsAudit.Collection.Api;

/// <summary>An image endpoint: an origin and perhaps a path prefix, under which <c>/v2/images</c> lies, and on an IMS <c>/v2/cloudimages</c>.</summary>
internal sealed record ApiEndpoint
{
    private const string ImagesSuffix = "/v2/images";
    private const string CloudImagesSuffix = "/v2/cloudimages";
    private readonly Uri _cloudImages;

    private ApiEndpoint(Uri root)
    {
        var prefix = root.AbsolutePath.TrimEnd('/');
        if (prefix.EndsWith("/v2", StringComparison.Ordinal)) prefix = prefix[..^"/v2".Length];
        Images = new Uri(root, prefix + ImagesSuffix);
        _cloudImages = new Uri(root, prefix + CloudImagesSuffix);
    }

    /// <summary>The address of <c>GET /v2/images</c>, without a query.</summary>
    public Uri Images { get; }

    /// <summary>The address of the list that is asked for pages, without a query.</summary>
    public Uri ListOf(ApiDialect dialect) => dialect == ApiDialect.CloudImages ? _cloudImages : Images;

    public string Origin => Images.GetLeftPart(UriPartial.Authority);

    /// <summary>Plain http to another machine: the token can be read on the way.</summary>
    public bool IsExposed => Images.Scheme == Uri.UriSchemeHttp && !Images.IsLoopback;

    /// <summary>True for a path that names this endpoint's images; a server behind a prefix may not know of the prefix.</summary>
    public bool IsImagesPath(string path, bool prefixMayBeMissing)
    {
        var trimmed = path.TrimEnd('/');
        return trimmed == Images.AbsolutePath || (prefixMayBeMissing && trimmed == ImagesSuffix);
    }

    /// <summary>Null with a sentence when the text is no http(s) address, or one that carries credentials, a query or a fragment.</summary>
    public static ApiEndpoint? Parse(string? text, out string? mistake)
    {
        mistake = Problem(text, out var root);
        return mistake is null ? new ApiEndpoint(root!) : null;
    }

    private static string? Problem(string? text, out Uri? root)
    {
        if (!Uri.TryCreate(text?.Trim(), UriKind.Absolute, out root) || root.Scheme is not ("https" or "http"))
            return "it is not an http or https address";
        if (root.UserInfo.Length > 0) return "it carries a user name or password, which belong into the environment";
        if (root.Query.Length > 0 || root.Fragment.Length > 0) return "it carries a query or a fragment";
        return root.Host.Length == 0 ? "it names no host" : null;
    }
}
