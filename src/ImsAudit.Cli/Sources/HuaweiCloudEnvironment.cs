using ImsAudit.Cli.Configuration;
using ImsAudit.Collection;
using ImsAudit.Collection.Credentials;

namespace ImsAudit.Cli.Sources;

/// <summary>An access key as Huawei Cloud's SDKs take it: from the environment, else from their credentials file.</summary>
/// <param name="identityEndpoint">The identity endpoint where one is configured; it goes over the SDKs' own.</param>
internal sealed class HuaweiCloudEnvironment(Invocation invocation, string? identityEndpoint = null)
{
    private const string Prefix = "HUAWEICLOUD_SDK_";
    private const string FileVariable = Prefix + "CREDENTIALS_FILE";
    private static readonly string[] s_keyVariables = [Prefix + "AK", Prefix + "SK", Prefix + "SECURITY_TOKEN"];

    /// <summary>By their names in the file.</summary>
    private static readonly string[] s_needed = ["ak", "sk"];

    private Settings Settings => invocation.Settings;

    /// <summary>A part of a key is set in the environment.</summary>
    public bool IsInEnvironment => s_keyVariables.Any(name => Variable(name) is not null);

    /// <summary>There is a credentials file, or one is named.</summary>
    public bool IsInFile => Variable(FileVariable) is not null || (FilePath() is { } path && File.Exists(path));

    /// <summary>The key and what belongs to it; null, and noted, when something is missing or wrong.</summary>
    public (AccessKeyAuthentication Authentication, string? Project)? Read()
    {
        if (IsInEnvironment || !IsInFile) return FromEnvironment();
        var file = CredentialsFile.Read(FilePath()!);
        Settings.Mistakes(file.Mistakes);
        return file.Mistakes.Count > 0 ? null : From(key => file[key], key => $"\"{key}\" in the section [{file.Section}]", $"in the credentials file {FilePath()}");
    }

    private (AccessKeyAuthentication Authentication, string? Project)? FromEnvironment() =>
        From(key => Variable(NameOf(key)), NameOf, "in the environment, or a credentials file (~/.huaweicloud/credentials)");

    /// <param name="value">What is said under a key of the file.</param>
    /// <param name="named">The key as messages name it.</param>
    /// <param name="where">The rest of what messages say of the place.</param>
    private (AccessKeyAuthentication, string?)? From(Func<string, string?> value, Func<string, string> named, string where)
    {
        string[] missing = [.. s_needed.Where(key => value(key) is null).Select(named)];
        if (missing.Length > 0)
        {
            Settings.Mistake($"Signing with an access key needs {string.Join(" and ", missing)} {where}. Set {(missing.Length == 1 ? "it" : "them")}, or choose another way with --auth.");
            return null;
        }
        var key = new AccessKey(value("ak")!, new Secret(value("sk")!))
        {
            SecurityToken = value("security_token") is { } token ? new Secret(token) : null,
            Source = $"{named("ak")} and {named("sk")}",
        };
        // Those of the environment go before the file's, as the SDKs have it; they are no part of the key.
        var (domain, identity) = (Variable(Prefix + "DOMAIN_ID") ?? value("domain_id"), identityEndpoint ?? Variable(Prefix + "IAM_ENDPOINT") ?? value("iam_endpoint"));
        return (new AccessKeyAuthentication(key) { DomainId = domain, IdentityUrl = identity, Source = new CredentialSource(key.Source, named) }, Variable(Prefix + "PROJECT_ID") ?? Variable("OS_PROJECT_ID") ?? value("project_id"));
    }

    /// <summary>The SDKs give the file's keys and their variables the same names.</summary>
    private static string NameOf(string key) => Prefix + key.ToUpperInvariant();

    /// <summary>Null when there is no home folder and no file is named.</summary>
    private string? FilePath() => Variable(FileVariable) is { } named ? invocation.Surroundings.PathOf(named)
        : invocation.Surroundings.HomeFolder is { } home ? Path.Combine(home, ".huaweicloud", "credentials")
        : null;

    private string? Variable(string name) => invocation.Surroundings.Variable(name);
}
