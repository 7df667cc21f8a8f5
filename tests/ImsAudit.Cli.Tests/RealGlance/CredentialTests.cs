using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>Application credentials, exchanged tokens, clouds.yaml and found projects against a real Keystone.</summary>
[Collection(RealServers.Name)]
public sealed class CredentialTests(RealGlanceFixture real) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RealGlanceFact]
    public async Task Application_credential_scans_its_project()
    {
        var (id, secret) = await CreateApplicationCredentialAsync("by-id");
        var environment = new Dictionary<string, string>
        {
            ["OS_AUTH_TYPE"] = "v3applicationcredential",
            ["OS_AUTH_URL"] = real.Cloud.Identity.AbsoluteUri,
            ["OS_REGION_NAME"] = "ims-1",
            ["OS_APPLICATION_CREDENTIAL_ID"] = id,
            ["OS_APPLICATION_CREDENTIAL_SECRET"] = secret,
        };

        var run = (await RunAsync(environment, "collect", "-o", _folder["s.ndjson"])).ShouldExit(0);

        SeesAlpha();
        (run.Everything + File.ReadAllText(_folder["s.ndjson"])).ShouldNotContain(secret);
        (await RunAsync(new(environment) { ["OS_APPLICATION_CREDENTIAL_SECRET"] = "x" + secret[1..] }, "collect", "-o", _folder["t.ndjson"])).ShouldExit(3);
    }

    [RealGlanceFact]
    public async Task Application_credential_by_name_and_user_signs_in_from_clouds_yaml()
    {
        var (_, secret) = await CreateApplicationCredentialAsync("by-name");
        _folder.Write("clouds.yaml", $$"""
            clouds:
              real:
                auth_type: v3applicationcredential
                region_name: ims-1
                auth:
                  auth_url: {{real.Cloud.Identity}}
                  application_credential_name: by-name
                  username: alice
                  user_domain_id: default
            """);
        _folder.Write("secure.yaml", $"clouds: {{ real: {{ auth: {{ application_credential_secret: {secret} }} }} }}");

        var run = (await RunAsync([], "auth", "check", "--cloud", "real", "--format", "json")).ShouldExit(0);

        var target = JsonNode.Parse(run.Output)![0]!;
        ((string)target["auth"]!, (string)target["user"]!, (string)target["projectName"]!, (string)target["project"]!).ShouldBe(("applicationCredential", "alice", "alpha", real.Cloud.Project("alpha")));
        target["roles"]!.AsArray().Select(role => (string)role!).ShouldContain("member");
        run.Everything.ShouldNotContain(secret);
    }

    [RealGlanceFact]
    public async Task Token_for_no_project_is_exchanged_for_the_named_one()
    {
        var token = await UnscopedTokenAsync("alice");
        var environment = new Dictionary<string, string>
        {
            ["OS_AUTH_URL"] = real.Cloud.Identity.AbsoluteUri,
            ["OS_TOKEN"] = token,
            ["OS_PROJECT_NAME"] = "alpha",
            ["OS_PROJECT_DOMAIN_ID"] = "default",
            ["OS_REGION_NAME"] = "ims-1",
        };

        var run = (await RunAsync(environment, "collect", "-o", _folder["s.ndjson"])).ShouldExit(0);

        SeesAlpha();
        run.Everything.ShouldNotContain(token);
    }

    [RealGlanceFact]
    public async Task Projects_of_a_user_are_found_in_both_regions()
    {
        _folder.Write("imsaudit.json", $$"""
            { "clouds": { "real": { "identityEndpoint": "{{real.Cloud.Identity}}", "region": ["ims-1", "plain-1"], "projects": "*",
              "auth": { "type": "password", "username": "alice", "userDomainName": "Default", "password": "${env:ALICE}" } } } }
            """);

        (await RunAsync(new() { ["ALICE"] = real.Cloud.Password("alice") }, "collect", "-o", _folder["s.ndjson"], "--category", "private")).ShouldExit(0);

        var snapshot = File.ReadAllText(_folder["s.ndjson"]);
        foreach (var region in new[] { "ims-1", "plain-1" })
            snapshot.ShouldContain($$"""{"cloud":"real","region":"{{region}}","project":"{{real.Cloud.Project("alpha")}}"}""");
    }

    private void SeesAlpha()
    {
        var snapshot = SnapshotFile.Read(_folder["s.ndjson"]);
        snapshot.Complete.ShouldBeTrue();
        snapshot.ShouldHoldExactly(real.Ims);
    }

    private async Task<(string Id, string Secret)> CreateApplicationCredentialAsync(string name)
    {
        using var alice = await OpenStackClient.SignInAsync(real.Cloud, real.Cloud.Ims, "alice", "alpha");
        var made = await alice.PostAsync($"{real.Cloud.Identity.AbsoluteUri.TrimEnd('/')}/users/{real.Cloud.UserId("alice")}/application_credentials",
            new JsonObject { ["application_credential"] = new JsonObject { ["name"] = name } });
        return ((string)made["application_credential"]!["id"]!, (string)made["application_credential"]!["secret"]!);
    }

    private async Task<string> UnscopedTokenAsync(string user)
    {
        using var http = new HttpClient();
        var body = $$$"""{"auth":{"identity":{"methods":["password"],"password":{"user":{"id":"{{{real.Cloud.UserId(user)}}}","password":"{{{real.Cloud.Password(user)}}}"} } },"scope":"unscoped"} }""";
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(real.Cloud.Identity.AbsoluteUri.TrimEnd('/') + "/auth/tokens", content);
        return answer.EnsureSuccessStatusCode().Headers.GetValues("X-Subject-Token").Single();
    }

    private Task<ImsAuditRun> RunAsync(Dictionary<string, string> environment, params string[] arguments) =>
        ImsAuditProcess.RunAsync(arguments, environment, workingFolder: _folder.Path);
}
