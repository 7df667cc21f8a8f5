using ImsAudit.Reporting.Encodings;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ImsAudit.Reporting.Templates;

/// <summary><c>link address</c>: a link to an http or https address; any other address is only shown.</summary>
internal sealed class LinkFunction(ReportEncoding encoding) : TemplateFunction(required: 1, ScriptVarParamKind.Direct)
{
    public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        arguments.Count == 1 && arguments[0] is { } address
            ? new EncodedText(encoding.Link(context.ObjectToString(address) ?? ""))
            : throw new ScriptRuntimeException(context.CurrentSpan, "link takes one address: {{ link reference }}.");
}
