using ImsAudit.Cli.Configuration;
using ImsAudit.Collection;
using ImsAudit.Collection.Clouds;
using ImsAudit.Collection.Credentials;

namespace ImsAudit.Cli.Sources;

/// <summary>An object <c>auth</c> of a configured cloud.</summary>
/// <param name="cloud">The cloud, for messages.</param>
internal sealed class ConfiguredSignIn(Invocation invocation, CloudValues values, string cloud)
{
    /// <param name="identity">The cloud's <c>identityEndpoint</c>.</param>
    public SignIn? Read(string? identity)
    {
        var type = values.Text($"{CloudKeys.Auth}:type");
        if (type == EnvironmentSignIn.AccessKey) return AccessKey(identity);
        CredentialKind? kind = type switch
        {
            "none" => CredentialKind.None,
            "token" => CredentialKind.Token,
            "password" => CredentialKind.Password,
            "applicationCredential" => CredentialKind.ApplicationCredential,
            _ => null,
        };
        if (kind is null)
        {
            values.Wrong(CloudKeys.Auth, $"\"type\" must say how to sign in: {string.Join(", ", CloudKeys.OfAuth.Keys)}");
            return null;
        }
        var settings = new CredentialSettings(Source, key => key == "auth_url" ? identity : Find(key));
        var mistakes = new List<string>();
        var authentication = KeystoneSettings.Read(kind.Value, settings, mistakes);
        // What could not be put in is not missing as well.
        if (!values.Failed) invocation.Settings.Mistakes(mistakes);
        return authentication is null ? null : new SignIn(authentication, KeystoneSettings.ProjectId(settings));
    }

    private CredentialSource Source => new($"{values.Place(CloudKeys.Auth).Where} ({cloud})", key => key == "auth_url" ? "identityEndpoint" : $"auth.{CloudKeys.Of(key)}");

    /// <summary>An application credential's own names may be short: nothing else is meant in its object.</summary>
    private string? Find(string key)
    {
        const string Application = "application_credential_";
        var text = values.Text($"{CloudKeys.Auth}:{CloudKeys.Of(key)}");
        return text is null && key.StartsWith(Application, StringComparison.Ordinal) ? values.Text($"{CloudKeys.Auth}:{key[Application.Length..]}") : text;
    }

    private SignIn? AccessKey(string? identity)
    {
        var (id, secretKey, token) = (values.Text("auth:ak"), values.Text("auth:sk"), values.Text("auth:securityToken"));
        if (id is null || secretKey is null)
        {
            if (!values.Has("auth:ak") || !values.Has("auth:sk")) values.Wrong(CloudKeys.Auth, "an access key needs \"ak\" and \"sk\"; set both");
            return null;
        }
        var key = new AccessKey(id, new Secret(secretKey)) { SecurityToken = token is null ? null : new Secret(token), Source = $"auth.ak and auth.sk in {Source.Place}" };
        return new SignIn(new AccessKeyAuthentication(key) { DomainId = values.Text("auth:domainId"), IdentityUrl = identity, Source = Source }, null);
    }
}
