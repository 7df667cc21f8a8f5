using ImsAudit.Collection.Clouds;
using ImsAudit.Collection.Credentials;

namespace ImsAudit.Collection.Tests.Clouds;

public sealed class CloudsYamlTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("imsaudit-clouds-").FullName;
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Everything_of_a_cloud_is_read()
    {
        Write("clouds.yaml", """
            # as openstacksdk documents it
            clouds:
              prod: &prod
                auth_type: v3password
                auth:
                  auth_url: https://keystone.example:5000/v3
                  username: u
                  user_domain_name: ud
                  project_name: pn
                  project-domain-id: 'pd'
                region_name: r1
                interface: internalURL
                image_endpoint_override: "https://ims.example"
                cacert: ca.pem
              test:
                <<: *prod
                region_name: r2
            """);
        Write("secure.yaml", "clouds:\n  prod:\n    auth:\n      password: pw\n  test: { auth: { password: pw2 } }\n");

        var target = Targets("prod").ShouldHaveSingleItem();

        (target.Cloud, target.Region, target.Interface, target.Endpoint, target.CaCertificateFile).ShouldBe(("prod", "r1", "internal", "https://ims.example", Path.Combine(_folder, "ca.pem")));
        var user = target.Authentication.ShouldBeOfType<PasswordAuthentication>();
        (user.AuthUrl, user.UserName, user.Password.Reveal(), user.UserDomainName, user.ProjectName, user.ProjectDomainId).ShouldBe(("https://keystone.example:5000/v3", "u", "pw", "ud", "pn", "pd"));
        Targets("test").ShouldHaveSingleItem().Region.ShouldBe("r2");
        Load().Names.ShouldBe(["prod", "test"]);
    }

    [Theory]
    [InlineData("auth_type: none, image_endpoint_override: 'http://x'", "none")]
    [InlineData("auth_type: token, auth: { auth_url: 'http://x', token: t }", "token")]
    [InlineData("auth_type: v3token, auth: { auth_url: 'http://x', token: t }", "token")]
    [InlineData("auth: { auth_url: 'http://x', token: t }", "token")]
    [InlineData("auth_type: password, auth: { auth_url: 'http://x', username: u, password: p }", "password")]
    [InlineData("auth: { auth_url: 'http://x', user_id: u, password: p }", "password")]
    [InlineData("auth_type: v3applicationcredential, auth: { auth_url: 'http://x', application_credential_id: i, application_credential_secret: s }", "applicationCredential")]
    [InlineData("auth: { auth_url: 'http://x', application_credential_name: n, application_credential_secret: s, username: u }", "applicationCredential")]
    public void Ways_to_sign_in_are_told_by_type_or_by_what_is_set(string cloud, string name)
    {
        Write("clouds.yaml", $"clouds: {{ prod: {{ {cloud} }} }}");

        Targets("prod").ShouldHaveSingleItem().Authentication.Name.ShouldBe(name);
    }

    [Fact]
    public void Regions_are_all_taken_with_what_is_different_in_each_and_share_the_account()
    {
        Write("clouds.yaml", """
            clouds:
              prod:
                auth: { auth_url: "http://x", username: u, password: p, project_id: 42 }
                regions:
                  - r1
                  - name: r2
                    values: { image_endpoint_override: "http://r2" }
            """);

        var targets = Targets("prod");

        targets.Select(target => (target.Region, target.Endpoint, target.Project)).ShouldBe([("r1", null, "42"), ("r2", "http://r2", "42")]);
        targets[0].Authentication.ShouldBeSameAs(targets[1].Authentication);
        Targets("prod", new CloudOverrides { Region = "r2" }).ShouldHaveSingleItem().Endpoint.ShouldBe("http://r2");
    }

    [Fact]
    public void Authorities_belong_to_a_cloud()
    {
        Write("clouds.yaml", "clouds: { a: { auth_type: none, cacert: a.pem }, b: { auth_type: none, cacert: ~/b.pem }, c: { auth_type: none } }");
        _variables["HOME"] = "/home/us";

        new[] { "a", "b", "c" }.Select(cloud => Targets(cloud)[0].CaCertificateFile).ShouldBe([Path.Combine(_folder, "a.pem"), "/home/us/b.pem", null]);
    }

    [Theory]
    [InlineData("verify: false", "clouds.yaml:1:27: \"verify: false\" is refused")]
    [InlineData("verify: no", "TLS checks cannot be switched off")]
    [InlineData("insecure: true", "TLS checks cannot be switched off")]
    [InlineData("auth_type: v3kerberos", "clouds.yaml:1:30: the auth_type \"v3kerberos\" is not known here; known are password, v3password")]
    [InlineData("auth_type: v3pasword", "did you mean \"v3password\"?")]
    [InlineData("auth: x", "clouds.yaml:1:25: \"auth\" must be a map")]
    [InlineData("auth_type: [x]", "\"auth_type\" must be a text")]
    [InlineData("auth: { auth_url: 'http://x', username: u }", "auth.password")]
    [InlineData("auth: { username: u, password: s3cret }", "auth.auth_url")]
    [InlineData("auth_type: token, auth: { auth_url: x }", "auth.token")]
    [InlineData("auth_type: v3applicationcredential, auth: { application_credential_id: i }", "auth.auth_url and auth.application_credential_secret")]
    [InlineData("auth_type: none, interface: pubic", "did you mean \"public\"?")]
    [InlineData("auth_type: none, regions: r1", "\"regions\" must be a list")]
    [InlineData("auth_type: none, regions: [{ values: {} }]", "a region must be a name")]
    [InlineData("profile: vendor", "profiles of vendors are not known here")]
    public void Mistake_in_a_cloud_is_told_with_its_place_and_without_a_secret(string cloud, string said)
    {
        Write("clouds.yaml", $"clouds: {{ prod: {{ {cloud} }} }}");

        var mistakes = Mistakes("prod");

        mistakes.ShouldContain(mistake => mistake.Contains(said));
        mistakes.ShouldAllBe(mistake => !mistake.Contains("s3cret"));
    }

    [Theory]
    [InlineData("clouds: [a", "this is no valid YAML")]
    [InlineData("clouds:\n\ta: 1", "clouds.yaml:2:")]
    [InlineData("clouds: {a: *nothing}", "&nothing")]
    [InlineData("clouds: {a: {}, a: {}}", "stands here a second time")]
    [InlineData("clouds: {[a]: 1}", "a key that is a text")]
    [InlineData("clouds: {a: {<<: x}}", "must be a map")]
    [InlineData("clouds: 5", "\"clouds\" must be a map")]
    [InlineData("- clouds", "a map with the key \"clouds\"")]
    [InlineData("cloud: {}", "has no \"clouds\"")]
    [InlineData("", "has no \"clouds\"")]
    [InlineData("# nothing\n---\n...\n", "has no \"clouds\"")]
    public void File_that_is_wrong_is_told_with_its_name(string yaml, string said)
    {
        Write("clouds.yaml", yaml);

        var mistake = Load().Mistakes.ShouldHaveSingleItem();
        mistake.ShouldContain("clouds.yaml");
        mistake.ShouldContain(said);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(200_000)]
    public void Deep_nesting_is_a_mistake_and_no_crash(int levels)
    {
        Write("clouds.yaml", "clouds: " + new string('[', levels));

        Load().Mistakes.ShouldHaveSingleItem().ShouldContain("levels");
    }

    [Fact]
    public void Bomb_of_aliases_costs_nothing()
    {
        var lines = Enumerable.Range(1, 40).Select(level => $"  l{level}: &l{level} [{string.Join(',', Enumerable.Repeat($"*l{level - 1}", 10))}]");
        Write("clouds.yaml", $"clouds:\n  l0: &l0 x\n{string.Join('\n', lines)}\n  prod: {{ auth_type: none, regions: *l40 }}\n");

        Mistakes("prod").ShouldNotBeEmpty();
    }

    [Fact]
    public void Bomb_of_merges_is_a_mistake()
    {
        var keys = string.Join(',', Enumerable.Range(0, 2000).Select(key => $"k{key}: 1"));
        var clouds = string.Join('\n', Enumerable.Range(0, 500).Select(cloud => $"  c{cloud}: {{<<: *all}}"));
        Write("clouds.yaml", $"clouds:\n  all: &all {{{keys}}}\n{clouds}\n");

        Load().Mistakes.ShouldHaveSingleItem().ShouldContain("far too much");
    }

    [Fact]
    public void No_file_is_no_mistake_and_tells_where_it_looked()
    {
        _variables["XDG_CONFIG_HOME"] = "/xdg";

        var clouds = Load();

        (clouds.Files.Count, clouds.Mistakes.Count, clouds.Names.Count).ShouldBe((0, 0, 0));
        clouds.Looked.ShouldBe([Path.Combine(_folder, "clouds.yaml"), "/xdg/openstack/clouds.yaml", "/etc/openstack/clouds.yaml"]);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private CloudsYaml Load() => CloudsYaml.Load(new CloudsYamlSearch(name => _variables.GetValueOrDefault(name), path => Path.Combine(_folder, path)));

    private IReadOnlyList<CollectionTarget> Targets(string cloud, CloudOverrides? overrides = null)
    {
        var mistakes = new List<string>();
        var clouds = Load();
        var targets = clouds.Targets(cloud, overrides ?? new(), mistakes);
        clouds.Mistakes.Concat(mistakes).ShouldBeEmpty();
        return targets;
    }

    private List<string> Mistakes(string cloud)
    {
        var mistakes = new List<string>();
        var clouds = Load();
        clouds.Mistakes.ShouldBeEmpty();
        clouds.Targets(cloud, new(), mistakes);
        return mistakes;
    }
}
