using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Policies;

namespace ImsAudit.Tests.Policies;

/// <summary>What the language has, its page documents.</summary>
public class LanguagePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "policies", "LANGUAGE.md"));

    [Fact]
    public void Every_operator_stands_in_the_page() =>
        OperatorTable.Names.Where(name => !Page.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Every_member_of_a_policy_stands_in_the_page() =>
        PolicyParser.MemberNames.Where(name => !Page.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Every_field_that_the_collector_knows_stands_in_the_page() =>
        FieldCatalogue.Shipped.Collected.Where(field => !Page.Contains($"`{field.Name}`", StringComparison.Ordinal)).ShouldBeEmpty();
}
