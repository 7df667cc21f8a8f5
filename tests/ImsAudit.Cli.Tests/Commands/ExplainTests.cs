using ImsAudit.Cli.Tests.Doubles;

namespace ImsAudit.Cli.Tests.Commands;

public sealed class ExplainTests : IDisposable
{
    private readonly App _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Every_node_shows_its_truth_and_every_leaf_its_value()
    {
        _app.Folder.Write("i.json", """[ { "id": "i", "name": "one", "a": "x", "b": null, "c": "", "size": "many" } ]""");
        Policy("""
            "when": { "anyOf": [ { "field": "a", "equals": "x" }, { "not": { "field": "b", "exists": true } } ] },
            "require": { "allOf": [ { "field": "b", "equals": "x" }, { "field": "c", "equals": "x" }, { "field": "d", "equals": "x" }, { "field": "size", "atLeast": 1 } ] }
            """);

        var output = (await ExplainAsync("i")).ShouldExit(0).Output;

        output.ShouldContain("outcome: fail");
        output.ShouldContain("when: true");
        output.ShouldContain("require: false");
        output.ShouldMatch("""true +a equals x +\(actual: "x"\)""");
        output.ShouldMatch("""true +not""");
        output.ShouldMatch("""false +b equals x +\(actual: null\)""");
        output.ShouldMatch("""false +c equals x +\(actual: "", empty\)""");
        output.ShouldMatch("""false +d equals x +\(actual: missing\)""");
        output.ShouldMatch("""unknown +size atLeast 1 +\(actual: "many"\)""");
    }

    [Fact]
    public async Task Value_that_acts_on_a_terminal_is_shown_escaped()
    {
        _app.Folder.Write("i.json", """[ { "id": "i", "name": "\u001b]0;owned\u0007\n[bold]\u202e" } ]""");
        Policy("\"require\": { \"field\": \"name\", \"equals\": \"x\" }");

        var output = (await ExplainAsync("i")).Output;

        output.ShouldContain("""\u001b]0;owned\u0007\u000a[bold]\u202e""");
        output.ShouldNotContain('\u001b');
        output.ShouldNotContain('\u202e');
    }

    [Fact]
    public async Task Values_of_a_sensitive_policy_are_masked()
    {
        _app.Folder.Write("i.json", """[ { "id": "i", "secret": "hunter2" } ]""");
        Policy("\"sensitive\": true, \"forbid\": { \"field\": \"secret\", \"like\": \"hunter*\" }");

        var output = (await ExplainAsync("i")).Output;

        output.ShouldContain("(actual: ***)");
        output.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Image_is_found_by_its_name_too()
    {
        _app.Folder.Write("i.json", """[ { "id": "i", "name": "one" } ]""");
        Policy("\"require\": true");

        (await ExplainAsync("one")).ShouldExit(0).Output.ShouldContain("image i \"one\"");
    }

    [Fact]
    public async Task Unknown_image_exits_2_and_says_what_is_there()
    {
        _app.Folder.Write("i.json", """[ { "id": "image-1", "name": "one" } ]""");
        Policy("\"require\": true");

        var run = (await ExplainAsync("imege-1")).ShouldExit(2);

        run.Error.ShouldContain("did you mean \"image-1\"?");
        run.Error.ShouldContain("image-1 (one)");
    }

    private void Policy(string body) => _app.Folder.Write("own.policy.json", Texts.Policy(body));

    private Task<Process.ImsAuditRun> ExplainAsync(string image) =>
        _app.RunAsync("explain", "--from", "i.json", "--policies", "own.policy.json", "--policy", "own", "--image", image);
}
