using System.Text;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ImsAudit.Reporting.Templates;

/// <summary>
/// <c>fits text reserve</c>: whether a text can be written so that as many bytes as <c>reserve</c> are left behind it. Always
/// true where a report has no limit, as with a user's own template.
/// </summary>
internal sealed class FitsFunction() : TemplateFunction(required: 2, ScriptVarParamKind.Direct)
{
    public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        if (arguments.Count != 2) throw new ScriptRuntimeException(context.CurrentSpan, "fits takes a text and a number of bytes: {{ if fits row 1000 }}.");
        if (((EncodingTemplateContext)context).BytesLeft is not { } left) return true;
        var text = context.ObjectToString(arguments[0]) ?? "";
        return left - Encoding.UTF8.GetByteCount(text) >= context.ToInt(context.CurrentSpan, arguments[1]!);
    }
}
