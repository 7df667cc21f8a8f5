using System.Runtime.CompilerServices;
using System.Text;
using ImsAudit.Policies;
using ImsAudit.Reporting.Documentation;

namespace ImsAudit.Reporting.Tests.Documentation;

public class PolicyPageTests
{
    [Fact]
    public async Task Readme_of_the_built_in_policies_is_current()
    {
        var (set, _) = await PolicyLoader.LoadAsync([BuiltInPolicies.Layer], []);

        PolicyPage.Write(set!).ShouldBe(await File.ReadAllTextAsync(Readme()), "write it anew: imsaudit policy docs policies > policies/README.md");
    }

    [Fact]
    public async Task Texts_of_policies_make_no_markup_and_no_cells()
    {
        var policy = """{ "id": "p", "title": "a|b <script>", "severity": "low", "require": true, "parameters": { "x": { "type": "string", "default": "|`<b>" } } }""";
        var (set, errors) = await PolicyLoader.LoadAsync([new PolicyLayer("l", [new("p.policy.json", PolicyFileKind.Policy, Encoding.UTF8.GetBytes(policy))])], []);
        errors.ShouldBeEmpty();

        var page = PolicyPage.Write(set!);

        page.ShouldNotContain("<script>");
        page.ShouldNotContain("a|b");
        page.ShouldNotContain("`<b>");
    }

    private static string Readme([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "policies", "README.md");
}
