using System.Text;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.PolicyTests;
using ImsAudit.PolicyTests.Mutation;

namespace ImsAudit.Tests.PolicyTests;

public class MutationTests
{
    private const string Policy = """
        { "id": "p", "title": "t", "severity": "low", "categories": ["private"],
          "when": { "field": "name", "exists": true },
          "require": { "allOf": [{ "field": "min_disk", "atLeast": { "param": "size" } }, { "field": "f", "in": ["a", "b"] }] },
          "parameters": { "size": { "type": "number", "default": 40 } } }
        """;

    [Fact]
    public async Task Built_in_policies_notice_every_mutant_and_cover_every_leaf()
    {
        var (set, _) = await PolicyLoader.LoadAsync([BuiltInPolicies.Layer], []);
        var tests = await PolicyTestRunner.RunAsync(set!, [BuiltInPolicies.Layer], demandCases: _ => true);

        var report = await MutationRun.OfAsync(tests);

        tests.Passed.ShouldBeTrue();
        tests.Leaves.ShouldBeGreaterThan(80);
        tests.Uncovered.ShouldBeEmpty();
        report.Survivors.Select(survivor => survivor.ToString()).ShouldBeEmpty();
        report.Mutants.ShouldBeGreaterThan(700);
    }

    [Fact]
    public void Mutants_change_every_operator_operand_and_connective() => MutantsOf(Policy).ShouldBe(
    [
        "the category shared-pending is added", "the category shared-accepted is added", "the category shared-rejected is added", "the category public is added", "the category market is added",
        """{"field":"name","exists":true} becomes true""", """{"field":"name","exists":true} becomes false""", "true becomes false",
        "require becomes forbid", "allOf becomes anyOf",
        """{"field":"min_disk","atLeast":{"param":"size"}} becomes true""", """{"field":"min_disk","atLeast":{"param":"size"}} becomes false""", "atLeast becomes greaterThan", "atLeast becomes lessThan",
        """{"field":"f","in":["a","b"]} becomes true""", """{"field":"f","in":["a","b"]} becomes false""", "in becomes notIn", "the item a is removed", "the item b is removed", "caseSensitive becomes true",
        "40 becomes 41", "40 becomes 39",
    ]);

    [Theory]
    [InlineData("""{ "field": "f", "olderThan": "90d" }""", "\"90d\" becomes \"91d\"", "\"90d\" becomes \"89d\"", "olderThan becomes newerThan")]
    [InlineData("""{ "field": "f", "between": [1, 5] }""", "1 becomes 2", "1 becomes 0", "5 becomes 6", "5 becomes 4")]
    [InlineData("""{ "field": "f", "before": "2026-01-01" }""", "\"2026-01-01\" becomes \"2025-12-31\"", "before becomes after")]
    [InlineData("""{ "field": "f", "versionAtLeast": "7.6" }""", "\"7.6\" becomes \"7.7\"", "\"7.6\" becomes \"7.5\"")]
    [InlineData("""{ "not": { "field": "f", "equals": "x" } }""", "not is removed", "\"x\" becomes \"x~\"", "equals becomes notEquals")]
    [InlineData("""{ "field": "f", "count": { "atLeast": 1 } }""", "atLeast becomes atMost", "1 becomes 2", "1 becomes 0")]
    [InlineData("""{ "field": "f", "pastEndOfLife": { "table": "os-lifecycle" } }""", "within becomes 1d")]
    [InlineData("""{ "field": "f", "matches": "^(a|b)$" }""", "\"^(a|b)$\" becomes \"(a|b)$\"", "\"^(a|b)$\" becomes \"^(a|b)\"")]
    [InlineData("""{ "field": "f", "matches": "a[|]|b" }""", "\"a[|]|b\" becomes \"b\"", "\"a[|]|b\" becomes \"a[|]\"")]
    [InlineData("""{ "field": "f", "anyItem": { "equals": 5 } }""", "anyItem becomes everyItem", "equals becomes notEquals", "5 becomes 6")]
    [InlineData("""{ "field": "f", "refersTo": { "by": "name", "where": { "field": "g", "empty": false } } }""", "by is removed", "false becomes true")]
    [InlineData("""{ "field": "f", "equals": "x", "caseSensitive": true }""", "caseSensitive is removed")]
    public void Each_kind_of_operand_has_its_mutants(string condition, params string[] expected)
    {
        var mutants = MutantsOf($$"""{ "id": "p", "title": "t", "severity": "low", "require": {{condition}} }""");

        foreach (var what in expected) mutants.ShouldContain(what);
    }

    [Theory]
    [InlineData("""{ "allOf": [true] }""", "allOf becomes anyOf")]
    [InlineData("""{ "field": "f", "containsAll": ["a"] }""", "containsAll becomes containsAny")]
    [InlineData("""{ "field": "f", "equals": "5" }""", "caseSensitive becomes true")]
    [InlineData("""{ "field": "@memberStatus", "equals": "pending" }""", "caseSensitive becomes true")]
    [InlineData("""{ "field": "f", "count": { "atLeast": 0 } }""", "0 becomes -1")]
    public void Changes_that_cannot_matter_are_not_made(string condition, string what) =>
        MutantsOf($$"""{ "id": "p", "title": "t", "severity": "low", "require": {{condition}} }""").ShouldNotContain(what);

    [Fact]
    public async Task A_mutant_that_no_case_notices_is_reported_with_its_place()
    {
        var tests = await RunAsync("""{ "name": "a", "image": { "name": "n", "min_disk": 100, "f": "a" }, "expect": "pass" }, { "name": "b", "image": { "name": "n", "min_disk": 1, "f": "a" }, "expect": "fail" }""");

        var report = await MutationRun.OfAsync(tests);

        report.Survivors.Select(survivor => survivor.ToString()).ShouldContain("p.policy.json:4:41: p: no case notices when 40 becomes 41".Replace("4:41", Place("40"), StringComparison.Ordinal));
        report.Survivors.Select(survivor => survivor.What).ShouldNotContain("require becomes forbid");
    }

    [Fact]
    public async Task A_leaf_that_is_never_false_is_listed_with_its_place()
    {
        var tests = await RunAsync("""{ "name": "a", "image": { "name": "n", "min_disk": 100, "f": "a" }, "expect": "pass" }, { "name": "b", "image": { "name": "n", "min_disk": 1, "f": "a" }, "expect": "fail" }""");

        tests.Leaves.ShouldBe(3);
        tests.Uncovered.Select(leaf => (leaf.Node.Pointer, leaf.NeverTrue, leaf.NeverFalse)).ShouldBe([("/when", false, true), ("/require/allOf/1", false, true)]);
    }

    private static string Place(string literal)
    {
        var at = Policy.IndexOf($" {literal} ", StringComparison.Ordinal) + 1;
        var before = Policy[..at];
        return $"{before.Count(c => c == '\n') + 1}:{at - before.LastIndexOf('\n')}";
    }

    private static async Task<PolicyTestReport> RunAsync(string cases)
    {
        var tests = $$"""{ "policy": "p", "asOf": "2026-01-01", "cases": [{{cases}}] }""";
        var layer = new PolicyLayer("l", [new("p.policy.json", PolicyFileKind.Policy, Encoding.UTF8.GetBytes(Policy)), new("p.tests.json", PolicyFileKind.Tests, Encoding.UTF8.GetBytes(tests))]);
        var (set, errors) = await PolicyLoader.LoadAsync([layer], []);
        errors.ShouldBeEmpty();
        var report = await PolicyTestRunner.RunAsync(set!, [layer], _ => false);
        report.Passed.ShouldBeTrue();
        return report;
    }

    private static List<string> MutantsOf(string policy) =>
        [.. PolicyMutator.MutantsOf(JsonFileParser.Parse(Encoding.UTF8.GetBytes(policy)).Root!).Select(mutant => mutant.What)];
}
