using ImsAudit.Linting;

namespace ImsAudit.Tests.Linting;

public class LogicRulesTests
{
    private const string A = """{ "field": "a", """;

    [Theory]
    [InlineData("\"equals\": \"x\"", "\"equals\": \"y\"")]
    [InlineData("\"equals\": \"x\"", "\"notEquals\": \"X\"")]
    [InlineData("\"equals\": \"x\"", "\"in\": [\"y\", \"z\"]")]
    [InlineData("\"equals\": \"x\"", "\"exists\": false")]
    [InlineData("\"equals\": \"x\"", "\"empty\": true")]
    [InlineData("\"equals\": \"bios\"", "\"matches\": \"^u\"")]
    [InlineData("\"equals\": \"bios\"", "\"startsWith\": \"u\"")]
    [InlineData("\"equals\": 5", "\"greaterThan\": 5")]
    [InlineData("\"equals\": true", "\"equals\": false")]
    [InlineData("\"exists\": true", "\"exists\": false")]
    [InlineData("\"empty\": false", "\"empty\": true")]
    [InlineData("\"exists\": false", "\"empty\": false")]
    [InlineData("\"exists\": false", "\"contains\": \"x\"")]
    [InlineData("\"empty\": true", "\"count\": { \"atLeast\": 1 }")]
    [InlineData("\"atLeast\": 5", "\"lessThan\": 3")]
    [InlineData("\"greaterThan\": 5", "\"atMost\": 5")]
    [InlineData("\"between\": [1, 3]", "\"between\": [4, 5]")]
    [InlineData("\"before\": \"2020-01-01\"", "\"after\": \"2021-01-01\"")]
    [InlineData("\"olderThan\": \"90d\"", "\"newerThan\": \"30d\"")]
    [InlineData("\"startsWith\": \"a\"", "\"startsWith\": \"b\"")]
    public async Task Conditions_that_cannot_hold_together_are_an_error(string one, string other)
    {
        var found = (await Linted.Require($$"""{ "allOf": [ {{A}} {{one}} }, {{A}} {{other}} } ] }""")).ShouldHaveSingleItem();

        found.Level.ShouldBe(LintLevel.Error);
        found.Place.Pointer.ShouldBe("/require/allOf/1");
        found.Place.Message.ShouldContain("no value of a fulfils");
    }

    [Theory]
    [InlineData("\"equals\": \"x\"", "\"in\": [\"X\", \"z\"]")]
    [InlineData("\"equals\": \"64\"", "\"equals\": 64")]
    [InlineData("\"equals\": \"True\"", "\"equals\": true")]
    [InlineData("\"equals\": \"x\"", "\"matches\": \"^X$\", \"caseSensitive\": true")]
    [InlineData("\"equals\": 64", "\"like\": \"64.*\"")]
    [InlineData("\"equals\": \"x\"", "\"in\": { \"list\": \"approved-keys\" }")]
    [InlineData("\"equals\": \"x\"", "\"notIn\": { \"list\": \"approved-keys\" }")]
    [InlineData("\"equals\": \"2026-01-01T00:00:00Z\"", "\"olderThan\": \"1d\"")]
    [InlineData("\"atLeast\": 5", "\"atMost\": 5")]
    [InlineData("\"greaterThan\": 5", "\"lessThan\": 5.0001")]
    [InlineData("\"after\": \"2020-01-01T00:00:00.5Z\"", "\"before\": \"2020-01-01T00:00:00.7Z\"")]
    [InlineData("\"olderThan\": \"30d\"", "\"newerThan\": \"90d\"")]
    [InlineData("\"startsWith\": \"a\"", "\"startsWith\": \"AB\"")]
    [InlineData("\"startsWith\": \"a\"", "\"endsWith\": \"b\"")]
    [InlineData("\"startsWith\": \"AB\", \"caseSensitive\": true", "\"startsWith\": \"abC\"")]
    [InlineData("\"startsWith\": \"1\"", "\"atLeast\": 100")]
    [InlineData("\"empty\": true", "\"exists\": true")]
    [InlineData("\"empty\": true", "\"notEquals\": \"x\"")]
    [InlineData("\"notEquals\": \"x\"", "\"notEquals\": \"y\"")]
    [InlineData("\"matches\": \"^a\"", "\"matches\": \"^b\"")]
    [InlineData("\"contains\": \"x\"", "\"contains\": \"y\"")]
    [InlineData("\"equals\": \"x\"", "\"equals\": { \"field\": \"b\" }")]
    public async Task Conditions_that_may_hold_together_are_not_spoken_of(string one, string other) =>
        (await Linted.Require($$"""{ "allOf": [ {{A}} {{one}} }, {{A}} {{other}} } ] }""")).ShouldBeEmpty();

    [Fact]
    public async Task Contradiction_is_seen_through_nested_branches()
    {
        var found = await Linted.Require("""{ "allOf": [ { "field": "a", "equals": 1 }, { "not": { "anyOf": [ { "field": "b", "exists": true }, { "field": "a", "equals": 1 } ] } } ] }""");

        found.ShouldHaveSingleItem().Place.Pointer.ShouldBe("/require/allOf/1/not/anyOf/1");
    }

    [Fact]
    public async Task Three_conditions_of_which_each_two_agree_can_contradict() =>
        (await Linted.Require("""{ "allOf": [ { "field": "a", "in": [1, 2] }, { "field": "a", "in": [2, 3] }, { "field": "a", "in": [1, 3] } ] }""")).ShouldHaveSingleItem();

    [Fact]
    public async Task Range_without_numbers_is_an_error() =>
        (await Linted.Require("""{ "field": "a", "between": [10, 5] }""")).ShouldHaveSingleItem().Place.Message.ShouldContain("never be true");

    [Fact]
    public async Task Same_field_in_different_alternatives_is_no_contradiction() =>
        (await Linted.Require("""{ "anyOf": [ { "field": "a", "equals": 1 }, { "field": "a", "equals": 2 } ] }""")).ShouldBeEmpty();

    [Fact]
    public async Task Contradiction_by_a_parameter_is_seen() =>
        (await Linted.Require(
            """{ "allOf": [ { "field": "a", "atLeast": { "param": "low" } }, { "field": "a", "atMost": 3 } ] }""",
            """, "parameters": { "low": { "type": "number", "default": 4 } }""")).ShouldHaveSingleItem().Place.Message.ShouldContain("a atLeast 4");

    [Theory]
    [InlineData("\"equals\": \"x\"", "\"notEquals\": \"x\"")]
    [InlineData("\"exists\": true", "\"exists\": false")]
    [InlineData("\"empty\": true", "\"exists\": true")]
    [InlineData("\"notEquals\": \"x\"", "\"notEquals\": \"y\"")]
    [InlineData("\"notIn\": [\"x\"]", "\"in\": [\"x\", \"y\"]")]
    public async Task Alternatives_of_which_one_always_holds_are_an_error(string one, string other)
    {
        var found = (await Linted.Require($$"""{ "anyOf": [ {{A}} {{one}} }, {{A}} {{other}} } ] }""")).ShouldHaveSingleItem();

        found.Level.ShouldBe(LintLevel.Error);
        found.Place.Message.ShouldContain("never be false");
    }

    [Theory]
    [InlineData("\"atLeast\": 5", "\"lessThan\": 6")] // false on a missing field
    [InlineData("\"exists\": false", "\"equals\": \"active\"")]
    [InlineData("\"olderThan\": \"1d\"", "\"newerThan\": \"2d\"")]
    public async Task Alternatives_that_may_all_be_false_are_not_spoken_of(string one, string other) =>
        (await Linted.Require($$"""{ "anyOf": [ {{A}} {{one}} }, {{A}} {{other}} } ] }""")).ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "allOf": [] }""", "always true")]
    [InlineData("""{ "anyOf": [] }""", "always false")]
    [InlineData("""{ "allOf": [ { "field": "a", "exists": true }, false ] }""", "always false")]
    [InlineData("""{ "anyOf": [ { "field": "a", "exists": true }, true ] }""", "always true")]
    [InlineData("""{ "allOf": [ { "field": "a", "exists": true }, true ] }""", "changes nothing")]
    [InlineData("""{ "not": false }""", "always true")]
    [InlineData("""{ "field": "a", "in": [] }""", "never tells")]
    public async Task Constant_condition_is_spoken_of(string condition, string expected) =>
        (await Linted.Require(condition)).Select(finding => finding.Place.Message).ShouldContain(message => message.Contains(expected));

    [Fact]
    public async Task Literal_that_is_the_whole_condition_is_not_spoken_of() => (await Linted.Require("false")).ShouldBeEmpty();

    [Fact]
    public async Task Empty_list_that_people_are_to_fill_is_not_spoken_of() =>
        (await Linted.Require("""{ "field": "a", "in": { "param": "p" } }""", """, "parameters": { "p": { "type": "list", "default": [] } }""")).ShouldBeEmpty();

    [Fact]
    public async Task Same_condition_twice_in_a_branch_is_a_warning()
    {
        var found = (await Linted.Require("""{ "anyOf": [ { "field": "a", "equals": "x" }, { "field": "b", "equals": "x" }, { "equals": "x", "field": "a", "caseSensitive": false } ] }""")).ShouldHaveSingleItem();

        found.Level.ShouldBe(LintLevel.Warning);
        found.Place.Message.ShouldContain("stands at /require/anyOf/0");
    }

    [Fact]
    public async Task Same_field_twice_in_a_branch_is_not_spoken_of() =>
        (await Linted.Require("""{ "anyOf": [ { "field": "a", "equals": "x" }, { "field": "a", "equals": "x", "caseSensitive": true } ] }""")).ShouldBeEmpty();
}
