using System.Text;
using ImsAudit.Images;
using ImsAudit.Policies;

namespace ImsAudit.Tests.Policies;

public class PackTests
{
    private const string Policy = """
        { "id": "ID", "title": "t", "severity": "low", "enabled": ENABLED,
          "parameters": { "age": { "type": "duration", "default": "10d" } },
          "require": { "field": "created_at", "newerThan": { "param": "age" } } }
        """;

    [Fact]
    public async Task A_pack_takes_what_it_includes_and_changes_it()
    {
        var set = await Load(
            """{ "id": "p", "title": "P", "include": ["a-*", "c"], "exclude": ["a-two"], "overrides": { "a-one": { "severity": "critical", "categories": ["private"], "parameters": { "age": "20d" } } } }""",
            []);

        set.Policies.Select(policy => policy.Id).ShouldBe(["a-one", "c"]);
        set.Policies[0].Severity.ShouldBe(Severity.Critical);
        set.Policies[0].Categories.ShouldBe(CategorySet.Of(ImageCategory.Private));
        set.Policies[0].ParameterValues["age"]!.Text.ShouldBe("20d");
        set.Policies[1].Severity.ShouldBe(Severity.Low);
    }

    [Fact]
    public async Task An_option_goes_before_a_pack()
    {
        var set = await Load(
            """{ "id": "p", "title": "P", "include": ["a-one"], "overrides": { "a-one": { "parameters": { "age": "20d" } } } }""",
            [new ParameterSetting("a-one", "age", "30d")]);

        set.Policies[0].ParameterValues["age"]!.Text.ShouldBe("30d");
    }

    [Theory]
    [InlineData("*", false)]
    [InlineData("off", true)]
    public async Task A_disabled_policy_is_taken_by_its_whole_id_alone(string include, bool enabled)
    {
        var set = await Load($$"""{ "id": "p", "title": "P", "include": ["{{include}}"] }""", []);

        set.Policies.Single(policy => policy.Id == "off").Enabled.ShouldBe(enabled);
    }

    [Theory]
    [InlineData("""{ "id": "p", "title": "P", "include": ["a-onne"] }""", "pack.pack.json:1:40: \"a-onne\" matches no policy that is loaded; did you mean \"a-one\"? (at /include/0)")]
    [InlineData("""{ "id": "p", "title": "P", "include": ["c"], "overrides": { "d": {} } }""", "pack.pack.json:1:61: there is no policy \"d\"")]
    [InlineData("""{ "id": "p", "title": "P", "include": ["c"], "overrides": { "c": { "parameters": { "agee": "1d" } } } }""", "pack.pack.json:1:84: the policy has no parameter \"agee\"; did you mean \"age\"?")]
    [InlineData("""{ "id": "p", "title": "P", "include": ["c"], "overrides": { "c": { "parameters": { "age": 5 } } } }""", "the parameter \"age\" is a duration such as")]
    [InlineData("""{ "id": "p", "title": "P", "include": ["c"], "overrides": { "c": { "severity": "worst" } } }""", "unknown severity \"worst\"")]
    [InlineData("""{ "id": "p", "title": "P", "includes": ["c"] }""", "unknown member \"includes\"; did you mean \"include\"?")]
    public async Task Mistakes_in_a_pack_name_their_place(string pack, string expected)
    {
        var (set, errors) = await PolicyLoader.LoadAsync([Layer(pack)], [], "p");

        set.ShouldBeNull();
        errors.Select(error => error.ToString()).ShouldContain(error => error.Contains(expected, StringComparison.Ordinal), string.Join('\n', errors));
    }

    [Fact]
    public async Task A_pack_that_is_not_there_is_a_mistake()
    {
        var (set, errors) = await PolicyLoader.LoadAsync([BuiltInPolicies.Layer], [], "baselin");

        set.ShouldBeNull();
        errors.ShouldHaveSingleItem().ToString().ShouldContain("did you mean \"baseline\"?");
    }

    [Fact]
    public async Task Built_in_packs_take_policies()
    {
        foreach (var pack in new[] { "baseline", "strict", "cis-controls-8.1", "hygiene" })
        {
            var (set, errors) = await PolicyLoader.LoadAsync([BuiltInPolicies.Layer], [], pack);
            errors.ShouldBeEmpty();
            set!.Policies.Count.ShouldBeGreaterThan(3, pack);
        }
    }

    private static async Task<PolicySet> Load(string pack, IReadOnlyList<ParameterSetting> settings)
    {
        var (set, errors) = await PolicyLoader.LoadAsync([Layer(pack)], settings, "p");
        errors.Select(error => error.ToString()).ShouldBeEmpty();
        return set!;
    }

    private static PolicyLayer Layer(string pack) => new("test",
    [
        File("pack.pack.json", PolicyFileKind.Pack, pack),
        .. new[] { "a-one", "a-two", "c", "off" }.Select(id => File($"{id}.policy.json", PolicyFileKind.Policy,
            Policy.Replace("ID", id, StringComparison.Ordinal).Replace("ENABLED", id == "off" ? "false" : "true", StringComparison.Ordinal))),
    ]);

    private static PolicyFile File(string name, PolicyFileKind kind, string json) => new(name, kind, Encoding.UTF8.GetBytes(json));
}
