using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ImsAudit.Reporting.Templates;

/// <summary>
/// <c>raw text</c>: text that the template itself made, written as it is: a text in quotes, a choice between such, or what
/// was captured. A value of the result can never come this way.
/// </summary>
internal sealed class RawFunction() : TemplateFunction(required: 1, ScriptVarParamKind.Direct)
{
    public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        if (arguments is [EncodedText encoded]) return encoded;
        if (arguments is [string own] && Argument(callerContext) is { } argument && IsOwn(argument)) return new OwnText(own);
        throw new ScriptRuntimeException(context.CurrentSpan, "raw takes text that the template itself made: a text in quotes that stands right there, or what was captured. A value of the result is always encoded; leave raw out.");
    }

    private static ScriptExpression? Argument(ScriptNode? caller) => caller switch
    {
        ScriptFunctionCall { Arguments: [var only] } => only,
        { Parent: ScriptPipeCall { From: { } from } pipe } when pipe.To == caller => from,
        _ => null,
    };

    private static bool IsOwn(ScriptNode? node) => node switch
    {
        ScriptLiteral => true,
        ScriptNestedExpression nested => IsOwn(nested.Expression),
        ScriptConditionalExpression choice => IsOwn(choice.ThenValue) && IsOwn(choice.ElseValue),
        _ => false,
    };
}
