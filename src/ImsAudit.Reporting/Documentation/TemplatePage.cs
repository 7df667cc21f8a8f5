using System.Text;
using ImsAudit.Reporting.Model;
using ImsAudit.Reporting.Samples;
using ImsAudit.Reporting.Templates;

namespace ImsAudit.Reporting.Documentation;

/// <summary>The page about templates, as Markdown: what <c>template docs</c> prints and <c>reports-templates/README.md</c> holds.</summary>
public static class TemplatePage
{
    private const string Prose = "page.templates.md";

    /// <summary>The page, with <c>\n</c> at the end of each line.</summary>
    /// <exception cref="InvalidOperationException">The model has what its table has not, or the other way round.</exception>
    public static string Write() => TemplateFiles.ReadShipped(Prose).ReplaceLineEndings("\n")
        .Replace("{files}\n", Files(), StringComparison.Ordinal)
        .Replace("{model}\n", Model(), StringComparison.Ordinal);

    private static string Files()
    {
        var table = new StringBuilder("| file | what it is |\n|---|---|\n");
        foreach (var template in ShippedTemplates.All) table.Append($"| `{template.Name}` | {template.What} |\n");
        return table.ToString();
    }

    private static string Model()
    {
        var walk = new ModelWalk();
        foreach (var sample in SampleResults.All) walk.Take(ResultModel.Of(sample.Result, showWaived: true));
        var page = new StringBuilder();
        foreach (var one in ModelTable.Objects)
        {
            page.Append($"{(page.Length > 0 ? "\n" : "")}### {one.Title}\n\n| member | type | says |\n|---|---|---|\n");
            foreach (var member in one.Members) page.Append(Row(member, walk.Of(one, member)));
        }
        return page.ToString();
    }

    private static string Row(ModelMember member, SeenMember seen)
    {
        var title = member.Of is { } key ? ModelTable.Objects.Single(one => one.Key == key).Title : null;
        var type = title is null || title.StartsWith('`') ? seen.Type : $"{seen.Type}: {char.ToLowerInvariant(title[0])}{title[1..]}";
        return $"| `{member.Name}`{(seen.MayBeNull ? "?" : "")} | {type} | {member.What} |\n";
    }
}
