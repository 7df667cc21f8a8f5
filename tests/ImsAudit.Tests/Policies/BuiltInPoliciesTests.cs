using ImsAudit.Policies;
using ImsAudit.PolicyTests;

namespace ImsAudit.Tests.Policies;

public class BuiltInPoliciesTests
{
    [Fact]
    public async Task Built_in_policies_load_without_a_mistake()
    {
        var (set, errors) = await PolicyLoader.LoadAsync([BuiltInPolicies.Layer], []);

        errors.Select(error => error.ToString()).ShouldBeEmpty();
        set.ShouldNotBeNull().Policies.Count.ShouldBeGreaterThanOrEqualTo(12);
    }

    [Fact]
    public async Task Built_in_policies_fit_the_schema_that_editors_use()
    {
        var schema = await PolicySchema.LoadAsync();

        foreach (var file in BuiltInPolicies.Layer.Files.Where(file => file.Kind == PolicyFileKind.Policy))
        {
            var mistakes = new ImsAudit.Json.Mistakes();
            schema.Validate(ImsAudit.Json.JsonFileParser.Parse(file.Utf8).Root!, mistakes);
            mistakes.All.Select(mistake => $"{file.Name} {mistake}").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Every_case_of_the_built_in_policies_comes_out_as_expected()
    {
        var (set, _) = await PolicyLoader.LoadAsync([BuiltInPolicies.Layer], []);

        var report = PolicyTestRunner.Run(set!, [BuiltInPolicies.Layer], demandCases: _ => true);

        report.Errors.Select(error => error.ToString()).ShouldBeEmpty();
        report.Results.Where(result => !result.Passed).Select(result => result.ToString()).ShouldBeEmpty();
        report.Results.Count.ShouldBeGreaterThan(100);
    }
}
