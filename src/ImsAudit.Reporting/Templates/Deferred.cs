using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ImsAudit.Reporting.Templates;

/// <summary>A member of the model that is worked out only when a template asks for it.</summary>
internal sealed class Deferred(Func<object> value) : TemplateFunction(required: 0, ScriptVarParamKind.None)
{
    public object Value => value();

    public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) => Value;
}
