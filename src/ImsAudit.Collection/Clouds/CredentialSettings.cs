using ImsAudit.Collection.Credentials;

namespace ImsAudit.Collection.Clouds;

/// <summary>What one place says about credentials: the environment, an entry of <c>clouds.yaml</c>, or one of the configuration.</summary>
/// <param name="find">A value by OpenStack's name in snake_case, such as <c>user_domain_name</c>; null where it is not set.</param>
public sealed class CredentialSettings(CredentialSource source, Func<string, string?> find)
{
    public CredentialSource Source => source;

    /// <summary>The first of these that is set.</summary>
    public string? Text(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (find(key) is { Length: > 0 } text)
                return text;
        return null;
    }

    public Secret? Secret(string key) => Text(key) is { } text ? new Secret(text) : null;

    /// <summary>Which way to sign in these settings are for, in the order of the contract; null when they are for none.</summary>
    public CredentialKind? Told
    {
        get
        {
            if (Text("token") is not null) return CredentialKind.Token;
            var application = Text("application_credential_id", "application_credential_name", "application_credential_secret") is not null;
            // The user of an application credential that is given by name has a name, and no password.
            if (Text("password") is not null || (Text("username", "user_id") is not null && !application)) return CredentialKind.Password;
            return application ? CredentialKind.ApplicationCredential : null;
        }
    }
}
