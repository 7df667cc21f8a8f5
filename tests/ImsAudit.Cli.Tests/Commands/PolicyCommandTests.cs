using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Policies;

namespace ImsAudit.Cli.Tests.Commands;

public sealed class PolicyCommandTests : IDisposable
{
    private readonly App _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task List_is_a_row_a_policy_with_tabs_when_nobody_looks()
    {
        var lines = (await _app.RunAsync("policy", "list")).ShouldExit(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines[0].ShouldBe("id\tseverity\ttitle\tcategories\ttags");
        lines.ShouldAllBe(line => line.Count(c => c == '\t') == 4);
        lines.ShouldContain(line => line.StartsWith("must-be-uefi\tmedium\tImages boot by UEFI\t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_is_a_table_on_a_terminal()
    {
        _app.TerminalWidth = 160;

        var run = (await _app.RunAsync("policy", "list", "--no-color")).ShouldExit(0);

        run.Output.ShouldContain("must-be-uefi");
        run.Output.ShouldNotContain('\t');
        run.Output.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task List_is_narrowed_by_tag_pattern_and_severity()
    {
        var run = (await _app.RunAsync("policy", "list", "--policy", "os-*", "--min-severity", "high")).ShouldExit(0);

        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t')[0]).ShouldBe(["os-supported"]);
    }

    [Fact]
    public async Task Title_that_acts_on_a_terminal_is_shown_escaped()
    {
        _app.Folder.Write("p.policy.json", """{ "id": "own", "title": "a\u001b[2Jb\tc[red]d", "severity": "low", "require": true }""");
        foreach (var width in new int?[] { null, 120 })
        {
            _app.TerminalWidth = width;
            var run = (await _app.RunAsync("policy", "list", "--policies", "p.policy.json", "--no-color")).ShouldExit(0);
            run.Output.ShouldContain("""a\u001b[2Jb\u0009c[red]d""");
        }
    }

    [Fact]
    public async Task Show_prints_texts_parameters_and_the_JSON()
    {
        var run = (await _app.RunAsync("policy", "show", "not-stale", "--param", "not-stale.maxAge=7d")).ShouldExit(0);

        run.Output.ShouldContain("not-stale (medium)");
        run.Output.ShouldContain("rationale: ");
        run.Output.ShouldContain("\"7d\"");
        run.Output.ShouldContain("\"id\": \"not-stale\"");
    }

    [Fact]
    public async Task Show_of_an_unknown_id_suggests_one() =>
        (await _app.RunAsync("policy", "show", "must-be-uefy")).ShouldExit(2).Error.ShouldContain("did you mean \"must-be-uefi\"?");

    [Fact]
    public async Task Validate_tells_all_mistakes_of_all_files()
    {
        _app.Folder.Write("a.policy.json", """{ "id": "A", "severity": "hihg" }""");
        _app.Folder.Write("b.policy.json", "{\n \"id\": \n}");

        var run = (await _app.RunAsync("policy", "validate", ".")).ShouldExit(2);

        run.Error.Split('\n').Count(line => line.Contains("a.policy.json:1:", StringComparison.Ordinal)).ShouldBeGreaterThan(2);
        run.Error.ShouldContain("b.policy.json:3:1: ");
        run.Error.ShouldContain("(at /severity)");
    }

    [Fact]
    public async Task Validate_tells_mistakes_of_packs_and_test_files()
    {
        _app.Folder.Write("a.policy.json", Texts.Policy(""" "require": true """));
        _app.Folder.Write("p.pack.json", """{ "id": "p", "title": "P", "include": ["*"], "overrides": { "own": { "parameters": { "nosuch": 1 } } } }""");
        _app.Folder.Write("a.tests.json", """{ "policy": "owm", "asOf": "2026-01-15", "cases": [ { "name": "x", "image": { "id": "1" }, "expect": "pass" } ] }""");

        var run = (await _app.RunAsync("policy", "validate", ".")).ShouldExit(2);

        run.Error.ShouldContain("p.pack.json:1:");
        run.Error.ShouldContain("nosuch");
        run.Error.ShouldContain("a.tests.json:1:");
        run.Error.ShouldContain("did you mean \"own\"?");
        run.Output.ShouldContain("mistakes: 2,");
    }

    [Fact]
    public async Task Validate_warns_of_slips_that_are_no_mistakes()
    {
        _app.Folder.Write("a.policy.json", Texts.Policy("""
            "require": { "anyOf": [ { "field": "hw_firmwar_type", "equals": "uefi" }, { "field": "visibility", "in": ["privat", "public"] } ] }
            """));

        var run = (await _app.RunAsync("policy", "validate", "a.policy.json")).ShouldExit(0);

        run.Error.ShouldContain("did you mean \"hw_firmware_type\"?");
        run.Error.ShouldContain("\"privat\" is no known value of visibility");
        run.Error.ShouldNotContain("\"public\" is no known value");
        run.Output.ShouldContain("mistakes: 0, warnings: 2");
    }

    [Fact]
    public async Task Built_in_policies_validate_without_a_warning() =>
        (await _app.RunAsync("policy", "validate", "builtin:")).ShouldExit(0).Output.ShouldContain("mistakes: 0, warnings: 0");

    [Theory]
    [InlineData("pass", 0)]
    [InlineData("fail", 1)]
    public async Task Test_exits_by_whether_cases_come_out_as_expected(string expected, int exitCode)
    {
        _app.Folder.Write("own.policy.json", Texts.Policy("""
            "require": { "field": "name", "equals": "x" }
            """));
        _app.Folder.Write("own.tests.json", $$"""{ "policy": "own", "asOf": "2026-01-01", "cases": [ { "name": "one", "image": { "name": "x" }, "category": "private", "expect": "{{expected}}" } ] }""");

        var run = (await _app.RunAsync("policy", "test", ".")).ShouldExit(exitCode);

        run.Output.ShouldContain("cases: 1");
        if (exitCode == 1) run.Output.ShouldMatch(@"own\.tests\.json:1:\d+: own, case ""one"": expected fail, came out as pass");
    }

    [Fact]
    public async Task Test_without_any_case_is_no_success()
    {
        _app.Folder.Write("own.policy.json", Texts.Policy("\"require\": true"));

        (await _app.RunAsync("policy", "test", ".")).ShouldExit(2).Error.ShouldContain("no case to run");
    }

    [Fact]
    public async Task Schema_is_what_policies_are_checked_by() =>
        (await _app.RunAsync("policy", "schema")).ShouldExit(0).Output.ShouldBe(PolicySchemaText.Write());
}
