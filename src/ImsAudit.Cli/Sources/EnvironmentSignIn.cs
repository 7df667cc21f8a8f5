using ImsAudit.Cli.Configuration;
using ImsAudit.Collection.Clouds;
using ImsAudit.Collection.Credentials;
using ImsAudit.Wording;

namespace ImsAudit.Cli.Sources;

/// <summary>How to sign in, as the variables of OpenStack's clients and of Huawei Cloud's SDKs say. No option holds a secret.</summary>
/// <param name="authUrl">The identity endpoint where another than <c>OS_AUTH_URL</c> is configured.</param>
internal sealed class EnvironmentSignIn(Invocation invocation, string? authUrl = null)
{
    public const string AccessKey = "aksk";

    private static readonly (string Name, CredentialKind Kind)[] s_kinds =
    [
        ("none", CredentialKind.None), ("token", CredentialKind.Token), ("password", CredentialKind.Password), ("applicationCredential", CredentialKind.ApplicationCredential),
    ];

    /// <summary>What OpenStack's own clients call them.</summary>
    private static readonly (string Name, CredentialKind Kind)[] s_types =
    [
        ("none", CredentialKind.None), ("token", CredentialKind.Token), ("v3token", CredentialKind.Token), ("password", CredentialKind.Password),
        ("v3password", CredentialKind.Password), ("v3applicationcredential", CredentialKind.ApplicationCredential),
    ];

    private readonly HuaweiCloudEnvironment _huaweiCloud = new(invocation, authUrl);

    /// <summary>The names that <c>--auth</c> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_kinds.Select(kind => kind.Name), AccessKey];

    private Settings Settings => invocation.Settings;

    private CredentialSettings Variables => new(new CredentialSource(CredentialSource.Environment.Place, NameOf), Find);

    /// <summary>As <c>--auth</c> says, else told from what is set. Null, and noted, when something is missing or wrong.</summary>
    public SignIn? Read()
    {
        var option = Settings.Options.Source.Auth;
        if (Settings.IsGiven(option)) return Of(Settings.Choice(option, Names));
        if (Variable("OS_AUTH_TYPE") is { } type) return OfType(type);
        if (Variables.Told is { } told) return Of(told);
        if (_huaweiCloud.IsInEnvironment) return Of(AccessKey);
        // Who names an identity service means to sign in there; a file that lies about says less.
        if (Find("auth_url") is not null) return Of(CredentialKind.Password);
        return _huaweiCloud.IsInFile ? Of(AccessKey) : Of(CredentialKind.None);
    }

    /// <param name="name">One of <see cref="Names"/>.</param>
    public SignIn? Of(string name)
    {
        if (name != AccessKey) return Of(s_kinds.First(kind => kind.Name == name).Kind);
        return _huaweiCloud.Read() is var (key, project) ? new SignIn(key, project) : null;
    }

    private SignIn? Of(CredentialKind kind)
    {
        var mistakes = new List<string>();
        var authentication = KeystoneSettings.Read(kind, Variables, mistakes);
        Settings.Mistakes(mistakes);
        return authentication is null ? null : new SignIn(authentication, KeystoneSettings.ProjectId(Variables));
    }

    private SignIn? OfType(string type)
    {
        if (s_types.FirstOrDefault(known => known.Name == type) is { Name: not null } found) return Of(found.Kind);
        var names = s_types.Select(known => known.Name).ToList();
        Settings.Mistake($"OS_AUTH_TYPE is \"{type}\"; expected is {string.Join(", ", names)}{NearestName.Suggest(type, names)}");
        return null;
    }

    private string? Find(string key) => key switch
    {
        "auth_url" when authUrl is not null => authUrl,
        "token" => Variable("OS_TOKEN") ?? Variable("OS_AUTH_TOKEN"),
        _ => Variable(CredentialSource.Environment.NameOf(key)),
    };

    private string NameOf(string key) => key switch
    {
        "auth_url" when authUrl is not null => "identityEndpoint",
        "token" when Variable("OS_TOKEN") is null && Variable("OS_AUTH_TOKEN") is not null => "OS_AUTH_TOKEN",
        _ => CredentialSource.Environment.NameOf(key),
    };

    private string? Variable(string name) => invocation.Surroundings.Variable(name);
}
