using ImsAudit.Reporting.Model;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ImsAudit.Reporting.Templates;

/// <summary><c>say 'key' values …</c>: the fixed words of reports in the result's language, with values put in; a text like any other.</summary>
internal sealed class SayFunction(WordList words) : TemplateFunction(required: 1, ScriptVarParamKind.Direct)
{
    public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var key = arguments.Count == 0 ? "" : context.ObjectToString(arguments[0]) ?? "";
        if (!words.Has(key)) throw new ScriptRuntimeException(context.CurrentSpan, $"There are no words for '{key}'. They stand in the word lists, reports-templates/words.");
        return words.Say(key, [.. arguments.Skip(1).Select(value => value is int or long ? Convert.ToInt64(value) : (object)(context.ObjectToString(value) ?? ""))]);
    }
}
