using ImsAudit.Linting;
using ImsAudit.Policies;

namespace ImsAudit.Tests.Linting;

public class PolicyRulesTests
{
    private const string Uefi = """ "require": { "field": "hw_firmware_type", "equals": "uefi" } """;

    [Theory]
    [InlineData(""" "require": true """)]
    [InlineData(""" "forbid": false """)]
    [InlineData(""" "when": false, "require": { "field": "a", "exists": true } """)]
    [InlineData(""" "when": { "field": "a", "equals": "x" }, "require": { "field": "a", "in": ["x", "y"] } """)]
    [InlineData(""" "when": { "field": "a", "exists": true }, "forbid": { "field": "a", "exists": false } """)]
    public async Task Policy_that_cannot_be_violated_is_an_error(string body) =>
        (await Linted.Body(body)).ShouldHaveSingleItem().Level.ShouldBe(LintLevel.Error);

    [Theory]
    [InlineData(""" "require": false """)]
    [InlineData(""" "forbid": true """)]
    [InlineData(""" "when": { "field": "a", "exists": true }, "require": { "field": "a", "equals": "x" } """)]
    [InlineData(""" "when": { "field": "a", "in": ["x", "y"] }, "require": { "field": "a", "equals": "x" } """)]
    [InlineData(""" "when": { "list": "trusted-owners", "empty": false }, "require": { "field": "owner", "in": { "list": "trusted-owners" } } """)]
    public async Task Policy_that_can_be_violated_is_not_spoken_of(string body) => (await Linted.Body(body)).ShouldBeEmpty();

    [Fact]
    public async Task Parameter_that_nothing_uses_is_a_warning()
    {
        var found = (await Linted.Body($$""" {{Uefi}}, "parameters": { "days": { "type": "number", "default": 1 } } """)).ShouldHaveSingleItem();

        found.ToString().ShouldStartWith("a.policy.json:1:");
        found.ToString().ShouldEndWith(""": warning: nothing uses the parameter "days": use it as { "param": "days" }, or leave it out (at /parameters/days)""");
    }

    [Theory]
    [InlineData(""" "group": { "by": [], "require": { "count": { "atMost": { "param": "p" } } } } """)]
    [InlineData(""" "when": { "param": "p", "equals": 1 }, "require": { "field": "a", "exists": true } """)]
    [InlineData(""" "require": { "field": "a", "between": [0, { "param": "p" }] } """)]
    public async Task Parameter_that_is_used_anywhere_is_not_spoken_of(string body) =>
        (await Linted.Body($$"""{{body}}, "parameters": { "p": { "type": "number", "default": 1 } } """)).ShouldBeEmpty();

    [Fact]
    public async Task List_and_table_that_no_policy_uses_are_warnings()
    {
        var found = await Linted.Files(
            ("a.policy.json", Linted.Policy(Uefi)),
            ("b.list.json", """{ "id": "nobody", "values": [] }"""),
            ("c.table.json", """{ "id": "nothing", "rows": [] }"""));

        found.Select(finding => finding.ToString()).ShouldBe([
            "b.list.json:1:9: warning: no policy here uses the list \"nobody\" (at /id)",
            "c.table.json:1:9: warning: no policy here uses the table \"nothing\" (at /id)"]);
    }

    [Fact]
    public async Task List_that_is_used_or_fills_a_built_in_one_is_not_spoken_of() =>
        (await Linted.Files(
            ("a.policy.json", Linted.Policy(""" "require": { "field": "a", "in": { "list": "mine" } } """)),
            ("b.list.json", """{ "id": "mine", "values": [] }"""),
            ("c.list.json", """{ "id": "approved-keys", "values": ["k"] }"""))).ShouldBeEmpty();

    [Fact]
    public async Task Policy_that_states_the_same_as_another_is_a_warning()
    {
        var found = await Linted.Files(
            ("a.policy.json", Linted.Policy(Uefi, "one")),
            ("b.policy.json", Linted.Policy($$"""{{Uefi}}, "description": "other words", "tags": ["x"] """, "two")));

        found.ShouldHaveSingleItem().ToString().ShouldContain("b.policy.json:1:9: warning: this policy states the same as \"one\" in a.policy.json");
    }

    [Fact]
    public async Task Policies_that_differ_by_category_or_by_a_parameter_are_not_spoken_of()
    {
        static string Aged(string id, string days) => Linted.Policy(
            $$""" "require": { "field": "created_at", "newerThan": { "param": "age" } }, "parameters": { "age": { "type": "duration", "default": "{{days}}" } } """, id);

        (await Linted.Files(
            ("a.policy.json", Linted.Policy(Uefi, "one")),
            ("b.policy.json", Linted.Policy($$"""{{Uefi}}, "categories": ["private"] """, "two")),
            ("c.policy.json", Aged("three", "10d")),
            ("d.policy.json", Aged("four", "20d")))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Built_in_policies_give_no_cause()
    {
        var (set, _) = await PolicyLoader.LoadAsync([BuiltInPolicies.Layer], []);

        PolicyLinter.Lint(set!, [BuiltInPolicies.Layer]).Select(finding => finding.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void Rules_have_names_of_their_own_and_say_what_they_find()
    {
        LintRules.All.Select(rule => rule.Name).ShouldBeUnique();
        LintRules.All.ShouldAllBe(rule => rule.Summary.EndsWith('.'));
    }
}
