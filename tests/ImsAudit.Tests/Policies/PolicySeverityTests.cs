using System.Text;
using ImsAudit.Policies;

namespace ImsAudit.Tests.Policies;

public sealed class PolicySeverityTests
{
    [Theory]
    [InlineData("critical", Severity.Critical)]
    [InlineData("high", Severity.High)]
    [InlineData("medium", Severity.Medium)]
    [InlineData("low", Severity.Low)]
    [InlineData("info", Severity.Info)]
    public async Task Policy_has_the_severity_that_it_says(string name, Severity severity)
    {
        var json = $$"""{ "id": "p", "title": "t", "severity": "{{name}}", "require": true }""";
        var file = new PolicyFile("p.policy.json", PolicyFileKind.Policy, Encoding.UTF8.GetBytes(json));

        var (set, errors) = await PolicyLoader.LoadAsync([new PolicyLayer("p", [file])], []);

        errors.ShouldBeEmpty();
        set!.Policies.Single().Severity.ShouldBe(severity);
    }

    [Fact]
    public async Task Every_severity_occurs_among_the_built_in_policies()
    {
        var (set, _) = await PolicyLoader.LoadAsync([BuiltInPolicies.Layer], []);

        set!.Policies.Select(policy => policy.Severity).Distinct().ShouldBe(Severities.WorstFirst, ignoreOrder: true);
    }
}
