namespace ImsAudit.Cli.Configuration;

/// <summary>The names that may stand below <c>clouds</c> in the configuration.</summary>
internal static class CloudKeys
{
    /// <summary>The section itself.</summary>
    public const string Clouds = "clouds";

    public const string Auth = "auth";

    private static readonly string[] s_user = ["username", "userId", "userDomainName", "userDomainId"];
    private static readonly string[] s_project = ["projectName", "projectId", "projectDomainName", "projectDomainId"];
    private static readonly string[] s_secrets = ["password", "token", "secret", "applicationCredentialSecret", "sk", "securityToken"];

    /// <summary>Those that are a text or a list of texts.</summary>
    public static IReadOnlyList<string> Lists { get; } = ["region", "projects"];

    public static IReadOnlyList<string> OfCloud { get; } = ["endpoint", "identityEndpoint", .. Lists, "interface", "caCert", Auth];

    /// <summary>What an object <c>auth</c> may hold, by its <c>type</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> OfAuth { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["none"] = ["type"],
        ["token"] = ["type", "token", .. s_project],
        ["password"] = ["type", "password", .. s_user, .. s_project],
        ["aksk"] = ["type", "ak", "sk", "securityToken", "domainId"],
        ["applicationCredential"] = ["type", "id", "name", "secret", "applicationCredentialId", "applicationCredentialName", "applicationCredentialSecret", .. s_user],
    };

    public static IReadOnlyList<string> AnyAuth { get; } = [.. OfAuth.Values.SelectMany(keys => keys).Distinct(StringComparer.Ordinal)];

    /// <summary>Must be a reference, never the value itself.</summary>
    public static bool IsSecret(string key) => s_secrets.Contains(key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The key for OpenStack's name: <c>userDomainName</c> for <c>user_domain_name</c>.</summary>
    public static string Of(string openStackName)
    {
        var words = openStackName.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
