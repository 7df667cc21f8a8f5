using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Clouds;

/// <summary>Makes a way to sign in of settings; what is missing is a mistake that names it.</summary>
public static class KeystoneSettings
{
    /// <returns>Null, and noted, when something is missing.</returns>
    public static Authentication? Read(CredentialKind kind, CredentialSettings settings, ICollection<string> mistakes) => kind switch
    {
        CredentialKind.Token => Token(settings, mistakes),
        CredentialKind.Password => Password(settings, mistakes),
        CredentialKind.ApplicationCredential => ApplicationCredential(settings, mistakes),
        _ => new NoAuthentication { Source = settings.Source },
    };

    /// <summary>The project's id; null where none is named, or only by name.</summary>
    public static string? ProjectId(CredentialSettings settings) => settings.Text("project_id", "tenant_id");

    private static TokenAuthentication? Token(CredentialSettings settings, ICollection<string> mistakes)
    {
        if (settings.Secret("token") is not { } token) return Missing<TokenAuthentication>("Signing in with a token", settings, ["token"], mistakes);
        return new TokenAuthentication(token)
        {
            Source = settings.Source,
            AuthUrl = settings.Text("auth_url"),
            ProjectName = settings.Text("project_name", "tenant_name"),
            ProjectDomain = ProjectDomain(settings),
        };
    }

    private static PasswordAuthentication? Password(CredentialSettings settings, ICollection<string> mistakes)
    {
        var missing = Absent(settings, "auth_url", "username", "password");
        if (settings.Text("user_id") is not null) missing.Remove("username");
        if (missing.Count > 0) return Missing<PasswordAuthentication>("Signing in with a password", settings, missing, mistakes);
        var (user, project) = (UserDomain(settings), ProjectDomain(settings));
        return new PasswordAuthentication
        {
            Source = settings.Source,
            AuthUrl = settings.Text("auth_url")!,
            UserName = settings.Text("username"),
            UserId = settings.Text("user_id"),
            Password = settings.Secret("password")!,
            UserDomainName = user.Name,
            UserDomainId = user.Id,
            ProjectName = settings.Text("project_name", "tenant_name"),
            ProjectDomainName = project.Name,
            ProjectDomainId = project.Id,
        };
    }

    private static ApplicationCredentialAuthentication? ApplicationCredential(CredentialSettings settings, ICollection<string> mistakes)
    {
        var missing = Absent(settings, "auth_url", "application_credential_id", "application_credential_secret");
        var byName = settings.Text("application_credential_name") is not null && missing.Remove("application_credential_id");
        if (byName && settings.Text("username", "user_id") is null) missing.Add("username");
        if (missing.Count > 0) return Missing<ApplicationCredentialAuthentication>("An application credential", settings, missing, mistakes);
        return new ApplicationCredentialAuthentication
        {
            Source = settings.Source,
            AuthUrl = settings.Text("auth_url")!,
            Id = settings.Text("application_credential_id"),
            CredentialName = settings.Text("application_credential_name"),
            CredentialSecret = settings.Secret("application_credential_secret")!,
            UserName = settings.Text("username"),
            UserId = settings.Text("user_id"),
            UserDomain = UserDomain(settings),
        };
    }

    /// <summary>Clients of Huawei Cloud call the account's name <c>OS_DOMAIN_NAME</c>.</summary>
    private static KeystoneDomain UserDomain(CredentialSettings settings) =>
        Domain(settings, "user_domain").Or(Domain(settings, "domain")).Or(DefaultDomain(settings));

    private static KeystoneDomain ProjectDomain(CredentialSettings settings) => Domain(settings, "project_domain").Or(DefaultDomain(settings)).Or(UserDomain(settings));

    private static KeystoneDomain Domain(CredentialSettings settings, string prefix) => new(settings.Text($"{prefix}_name"), settings.Text($"{prefix}_id"));

    /// <summary>OpenStack's clients take <c>OS_DEFAULT_DOMAIN</c> for an id.</summary>
    private static KeystoneDomain DefaultDomain(CredentialSettings settings) => Domain(settings, "default_domain").Or(new(null, settings.Text("default_domain")));

    private static List<string> Absent(CredentialSettings settings, params string[] keys) => [.. keys.Where(key => settings.Text(key) is null)];

    private static T? Missing<T>(string what, CredentialSettings settings, List<string> keys, ICollection<string> mistakes) where T : Authentication
    {
        mistakes.Add(CloudSentences.Missing(what, settings.Source, keys));
        return null;
    }
}
