using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ImsAudit.Reporting.Templates;

/// <summary>A function for templates, declared without reflection.</summary>
internal abstract class TemplateFunction(int required, ScriptVarParamKind kind) : IScriptCustomFunction
{
    public int RequiredParameterCount => required;

    public int ParameterCount => required;

    public ScriptVarParamKind VarParamKind => kind;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

    public abstract object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement);

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
