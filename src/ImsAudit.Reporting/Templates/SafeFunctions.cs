using ImsAudit.Reporting.Encodings;
using Scriban;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Templates;

/// <summary>The functions that templates have: Scriban's, without those that are unsafe or make reports differ, and ours.</summary>
internal static class SafeFunctions
{
    /// <summary>
    /// Running text as code is what a hostile name would like best; the clock and chance would make two reports of one
    /// result differ; files are included by our own <c>include</c> only. What Scriban makes JSON with is not there in a
    /// native program.
    /// </summary>
    private static readonly (string Module, string[] Functions)[] Removed =
    [
        ("object", ["eval", "eval_template", "to_json"]),
        ("date", ["now"]),
        ("math", ["random", "uuid"]),
    ];

    public static ScriptObject For(ReportEncoding encoding)
    {
        var functions = TemplateContext.GetDefaultBuiltinObject();
        foreach (var (module, names) in Removed)
        {
            // The modules of the default are shared between contexts: take from a copy.
            var copy = (ScriptObject)((ScriptObject)functions[module]!).Clone(deep: false);
            foreach (var name in names) copy.Remove(name);
            functions.SetValue(module, copy, readOnly: true);
        }
        functions.Remove("include_join");
        functions.SetValue("include", new IncludeFunction(), readOnly: true);
        functions.SetValue("fits", new FitsFunction(), readOnly: true);
        functions.SetValue("raw", new RawFunction(), readOnly: true);
        functions.SetValue("link", new LinkFunction(encoding), readOnly: true);
        if (encoding is HtmlEncoding) functions.SetValue("content_security_policy", new ContentSecurityPolicyFunction(), readOnly: true);
        return functions;
    }
}
