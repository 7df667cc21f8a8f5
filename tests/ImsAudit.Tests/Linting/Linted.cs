using System.Text;
using ImsAudit.Linting;
using ImsAudit.Policies;

namespace ImsAudit.Tests.Linting;

/// <summary>Lints policies that are given by what matters of them.</summary>
internal static class Linted
{
    /// <param name="body">The members but for id, title and severity.</param>
    public static string Policy(string body, string id = "it") => $$"""{ "id": "{{id}}", "title": "T", "severity": "low", {{body}} }""";

    /// <summary>What is found in one policy that requires this.</summary>
    public static async Task<IReadOnlyList<LintFinding>> Require(string condition, string more = "") =>
        await Files(("a.policy.json", Policy($"\"require\": {condition}{more}")));

    public static async Task<IReadOnlyList<LintFinding>> Body(string body) => await Files(("a.policy.json", Policy(body)));

    public static async Task<IReadOnlyList<LintFinding>> Files(params (string Name, string Json)[] files)
    {
        var (set, layers) = await Load(files);
        return PolicyLinter.Lint(set, layers);
    }

    public static async Task<(PolicySet Set, IReadOnlyList<PolicyLayer> Layers)> Load(params (string Name, string Json)[] files)
    {
        var layer = new PolicyLayer(".", [.. files.Select(file => new PolicyFile(file.Name, PolicyFile.KindOf(file.Name)!.Value, Encoding.UTF8.GetBytes(file.Json)))]);
        var (set, errors) = await PolicyLoader.LoadAsync([layer], []);
        errors.Select(error => error.ToString()).ShouldBeEmpty();
        return (set!, [layer]);
    }
}
