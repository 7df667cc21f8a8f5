namespace ImsAudit.Collection.Credentials;

/// <summary>Where an identity service (Keystone v3) gives out tokens, and tells about them and about projects.</summary>
internal static class IdentityAddress
{
    /// <summary>The address of <c>/v3/auth/tokens</c>; null with a <paramref name="mistake"/> when the URL cannot be used.</summary>
    /// <param name="authUrl">As given (<c>OS_AUTH_URL</c>), with or without <c>/v3</c>.</param>
    public static Uri? Tokens(string authUrl, out string? mistake) => Below(authUrl, "/auth/tokens", out mistake);

    /// <summary>The address of <c>/v3/projects</c>; null with a <paramref name="mistake"/> when the URL cannot be used.</summary>
    public static Uri? Projects(string authUrl, out string? mistake) => Below(authUrl, "/projects", out mistake);

    /// <summary>The address of <c>/v3/auth/projects</c>; null when the URL cannot be used.</summary>
    public static Uri? OpenProjects(string authUrl) => Below(authUrl, "/auth/projects", out _);

    private static Uri? Below(string authUrl, string resource, out string? mistake)
    {
        if (!Uri.TryCreate(authUrl.Trim(), UriKind.Absolute, out var root) || root.Scheme is not ("https" or "http") || root.Host.Length == 0)
            mistake = "it is not an http or https address";
        else if (root.UserInfo.Length > 0 || root.Query.Length > 0 || root.Fragment.Length > 0)
            mistake = "it carries credentials, a query or a fragment";
        else
            mistake = null;
        if (mistake is not null) return null;
        var path = root!.AbsolutePath.TrimEnd('/');
        return new Uri(root, (path.EndsWith("/v3", StringComparison.Ordinal) ? path : path + "/v3") + resource);
    }
}
