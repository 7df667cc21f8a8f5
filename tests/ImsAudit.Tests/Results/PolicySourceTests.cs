using System.Text;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Tests.Results;

public sealed class PolicySourceTests
{
    private const string Json = "{\n  \"title\": \"t\",\n  \"id\": \"p\",\n  \"severity\": \"high\",\n  \"require\": { \"field\": \"id\", \"exists\": true }\n}";

    [Theory]
    [InlineData("builtin:must-be-uefi.policy.json", "/repo", "policies/must-be-uefi.policy.json")]
    [InlineData("/repo/rules/p.policy.json", "/repo", "rules/p.policy.json")]
    [InlineData("./rules/../p.policy.json", "/repo", "p.policy.json")]
    [InlineData("rules/p.policy.json", null, "rules/p.policy.json")]
    [InlineData("/home/someone/p.policy.json", "/repo", "p.policy.json")]
    [InlineData("/home/someone/p.policy.json", null, "p.policy.json")]
    [InlineData("../p.policy.json", null, "p.policy.json")]
    public async Task File_is_told_relative_to_the_working_folder_and_none_outside_by_more_than_its_name(string file, string? folder, string told) =>
        PolicySource.Of(await PolicyAsync(file), folder).ShouldBe(new PolicySource(told, 3));

    private static async Task<Policy> PolicyAsync(string file)
    {
        var (set, errors) = await PolicyLoader.LoadAsync([new PolicyLayer("test", [new PolicyFile(file, PolicyFileKind.Policy, Encoding.UTF8.GetBytes(Json))])], []);
        errors.ShouldBeEmpty();
        return set!.Policies[0];
    }
}
