using ImsAudit.Collection.Clouds;
using ImsAudit.Collection.Credentials;

namespace ImsAudit.Collection.Tests.Clouds;

/// <summary>The variables of OpenStack's clients, as credentials.</summary>
public sealed class KeystoneSettingsTests
{
    [Theory]
    [InlineData("OS_TOKEN=t OS_USERNAME=u OS_PASSWORD=p OS_APPLICATION_CREDENTIAL_ID=i", CredentialKind.Token)]
    [InlineData("OS_USERNAME=u OS_PASSWORD=p OS_APPLICATION_CREDENTIAL_ID=i OS_APPLICATION_CREDENTIAL_SECRET=s", CredentialKind.Password)]
    [InlineData("OS_USERNAME=u OS_APPLICATION_CREDENTIAL_NAME=n OS_APPLICATION_CREDENTIAL_SECRET=s", CredentialKind.ApplicationCredential)]
    [InlineData("OS_APPLICATION_CREDENTIAL_SECRET=s", CredentialKind.ApplicationCredential)]
    [InlineData("OS_USERNAME=u", CredentialKind.Password)]
    [InlineData("OS_AUTH_URL=x OS_PROJECT_NAME=p", null)]
    public void Way_to_sign_in_is_told_in_the_order_of_the_contract(string variables, CredentialKind? told) => Settings(variables).Told.ShouldBe(told);

    [Theory]
    [InlineData("", null, null, null, null)]
    [InlineData("OS_USER_DOMAIN_NAME=ud", "ud", null, "ud", null)]
    [InlineData("OS_USER_DOMAIN_ID=ud OS_PROJECT_DOMAIN_ID=pd", null, "ud", null, "pd")]
    [InlineData("OS_DOMAIN_NAME=account", "account", null, "account", null)]
    [InlineData("OS_USER_DOMAIN_NAME=ud OS_DOMAIN_NAME=account", "ud", null, "ud", null)]
    [InlineData("OS_DEFAULT_DOMAIN=dd", null, "dd", null, "dd")]
    [InlineData("OS_USER_DOMAIN_NAME=ud OS_DEFAULT_DOMAIN=dd", "ud", null, null, "dd")]
    [InlineData("OS_DEFAULT_DOMAIN_NAME=dn", "dn", null, "dn", null)]
    public void Domains_come_from_all_their_variables(string variables, string? userName, string? userId, string? projectName, string? projectId)
    {
        var user = Read(CredentialKind.Password, $"OS_AUTH_URL=x OS_USERNAME=u OS_PASSWORD=p {variables}", []).ShouldBeOfType<PasswordAuthentication>();

        (user.UserDomainName, user.UserDomainId, user.ProjectDomainName, user.ProjectDomainId).ShouldBe((userName, userId, projectName, projectId));
    }

    [Theory]
    [InlineData(CredentialKind.Token, "OS_AUTH_URL=x", "OS_TOKEN")]
    [InlineData(CredentialKind.Password, "OS_AUTH_URL=x", "OS_USERNAME and OS_PASSWORD")]
    [InlineData(CredentialKind.Password, "OS_USER_ID=u", "OS_AUTH_URL and OS_PASSWORD")]
    [InlineData(CredentialKind.ApplicationCredential, "OS_APPLICATION_CREDENTIAL_ID=i", "OS_AUTH_URL and OS_APPLICATION_CREDENTIAL_SECRET")]
    [InlineData(CredentialKind.ApplicationCredential, "OS_AUTH_URL=x OS_APPLICATION_CREDENTIAL_SECRET=s", "OS_APPLICATION_CREDENTIAL_ID")]
    [InlineData(CredentialKind.ApplicationCredential, "OS_AUTH_URL=x OS_APPLICATION_CREDENTIAL_NAME=n OS_APPLICATION_CREDENTIAL_SECRET=s", "OS_USERNAME")]
    public void Half_of_the_credentials_names_the_rest(CredentialKind kind, string variables, string missing)
    {
        var mistakes = new List<string>();

        Read(kind, variables, mistakes).ShouldBeNull();

        mistakes.ShouldHaveSingleItem().ShouldContain($"needs {missing} in the environment");
    }

    private static Authentication? Read(CredentialKind kind, string variables, List<string> mistakes) => KeystoneSettings.Read(kind, Settings(variables), mistakes);

    private static CredentialSettings Settings(string variables)
    {
        var values = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return new CredentialSettings(CredentialSource.Environment, key => values.GetValueOrDefault(CredentialSource.Environment.NameOf(key)));
    }
}
