using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ImsAudit.Reporting.Templates;

/// <summary>
/// <c>content_security_policy 'file' …</c>: a <c>meta</c> element that lets the page use the styles and run the scripts of
/// these parts, known by their hashes, and nothing else: no request, no form, no text that becomes code.
/// </summary>
internal sealed partial class ContentSecurityPolicyFunction() : TemplateFunction(required: 0, ScriptVarParamKind.Direct)
{
    public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var parts = arguments.Select(name => Read(context, callerContext, context.ObjectToString(name) ?? "")).ToList();
        var policy = $"default-src 'none'; script-src {Hashes(parts, Scripts())}; style-src {Hashes(parts, Styles())}; "
            + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
        return new EncodedText($"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    }

    private static string Read(TemplateContext context, ScriptNode? caller, string name)
    {
        var path = context.GetTemplatePathFromName(name, caller)!;
        // As a browser reads it: lines end by a line feed.
        return context.TemplateLoader!.Load(context, context.CurrentSpan, path)!.ReplaceLineEndings("\n");
    }

    private static string Hashes(IEnumerable<string> parts, Regex elements)
    {
        var hashes = parts.SelectMany(part => elements.Matches(part)).Select(element => Hash(element.Groups["code"].Value)).Distinct(StringComparer.Ordinal).ToList();
        return hashes.Count == 0 ? "'none'" : string.Join(' ', hashes);
    }

    private static string Hash(string code) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(code)))}'";

    [GeneratedRegex("<style>(?<code>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Styles();

    [GeneratedRegex("<script>(?<code>.*?)</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Scripts();
}
