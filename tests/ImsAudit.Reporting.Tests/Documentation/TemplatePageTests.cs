using ImsAudit.Reporting.Documentation;
using ImsAudit.Reporting.Model;
using ImsAudit.Reporting.Templates;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Tests.Documentation;

/// <summary>That <c>reports-templates/README.md</c> is what the page says today is held by <c>.ci/run</c>.</summary>
public sealed class TemplatePageTests
{
    [Fact]
    public void Page_tells_of_every_object_and_every_file()
    {
        var page = TemplatePage.Write();

        foreach (var one in ModelTable.Objects) page.ShouldContain($"### {one.Title}\n");
        foreach (var one in ShippedTemplates.All) page.ShouldContain($"| `{one.Name}` | ");
        page.ShouldNotContain("{files}");
        page.ShouldNotContain("{model}");
    }

    [Theory]
    [InlineData("| `complete`? | true or false |")]
    [InlineData("| `image`? | object: an image |")]
    [InlineData("| `shown` | list: a finding |")]
    [InlineData("| `notes` | list of texts |")]
    [InlineData("| `data` | data |")]
    [InlineData("| `snapshotSha256`? | text |")]
    public void Types_and_what_may_be_null_are_told_from_the_model(string row) => TemplatePage.Write().ShouldContain(row);

    [Fact]
    public void Every_type_was_seen() => TemplatePage.Write().ShouldNotMatch(@"`\?? \|  \|");

    [Fact]
    public void Member_that_nobody_documented_is_told() =>
        Should.Throw<InvalidOperationException>(() => new ModelWalk().Take(new ScriptObject { ["novel"] = 1 })).Message.ShouldContain("novel");

    [Fact]
    public void Every_embedded_template_is_listed()
    {
        var embedded = typeof(ShippedTemplates).Assembly.GetManifestResourceNames().Where(name => !name.StartsWith("words.", StringComparison.Ordinal) && !name.StartsWith("page.", StringComparison.Ordinal));

        ShippedTemplates.All.Select(template => template.Name).ShouldBe(embedded, ignoreOrder: true);
        ShippedTemplates.All.ShouldAllBe(template => template.Text.Length > 0);
    }
}
