using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ImsAudit.Reporting.Templates;

/// <summary>
/// <c>include 'file' arguments</c>: writes another template at this place, its arguments being <c>$0</c>, <c>$1</c> …
/// It writes at once instead of yielding a text, so that the report streams and the text is not encoded twice.
/// </summary>
internal sealed class IncludeFunction() : TemplateFunction(required: 1, ScriptVarParamKind.Direct)
{
    public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        if (arguments.Count == 0) throw new ScriptRuntimeException(context.CurrentSpan, "include needs the name of a file: {{ include '_part.html' }}.");
        var path = context.GetTemplatePathFromName(context.ObjectToString(arguments[0]) ?? "", callerContext)!;
        var template = context.GetOrCreateTemplate(path, callerContext);
        context.EnterRecursive(callerContext);
        context.PushSourceFile(path);
        context.PushLocal();
        try
        {
            context.SetValue(ScriptVariable.Arguments, new ScriptArray(arguments.Skip(1)), asReadOnly: true);
            context.Evaluate(template.Page!);
        }
        finally
        {
            context.PopLocal();
            context.PopSourceFile();
            context.ExitRecursive(callerContext);
        }
        return null;
    }
}
