using ImsAudit.Reporting.Templates;

namespace ImsAudit.Cli.Outputs;

/// <summary>The user's own template, for the one output that it is to shape.</summary>
internal static class TemplateChoice
{
    /// <summary>Null when there is none, or, and noted, when it is wrong.</summary>
    /// <param name="outputs">The formats asked for that take a template.</param>
    public static ReportTemplate? Read(Invocation invocation, IEnumerable<string> outputs)
    {
        var settings = invocation.Settings;
        if (settings.Text(settings.Options.Output.Template) is not { } template) return null;
        var takers = outputs.Distinct(StringComparer.Ordinal).ToList();
        if (takers.Count != 1)
        {
            settings.Mistake(takers.Count == 0
                ? "--template shapes html, markdown or text, and no such output is asked for. Add --output html=FILE, or leave the template out."
                : $"--template shapes one format, and {string.Join(" and ", takers)} are asked for. Write them in separate runs (\"imsaudit report\" renders a saved result).");
            return null;
        }
        try
        {
            return ReportTemplate.Load(invocation.Surroundings.PathOf(template));
        }
        catch (TemplateException wrong)
        {
            settings.Mistake(wrong.Message);
            return null;
        }
    }
}
