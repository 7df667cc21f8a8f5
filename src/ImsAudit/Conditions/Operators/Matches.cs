using System.Text.RegularExpressions;
using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>matches</c>: the regular expression finds a match anywhere in the value's text, in time linear to the text.</summary>
internal sealed class Matches(Operand<string> operand, Func<string, Regex?> compile) : Operator
{
    /// <summary>A pattern that an image's field gives is not compiled beyond this length: anyone may have written it.</summary>
    private const int LongestPatternFromField = 1000;

    public static OperatorDefinition Definition { get; } = new(
        "matches", "notMatches", OperandShape.Regex, Create,
        "The regular expression finds a match anywhere in the field's text. No backtracking: no look-around, no back-references.",
        "正则表达式在字段文本的任意位置匹配。不支持回溯：不可用环视和反向引用。");

    public override string OperandText => operand.Text;

    public override string Needs => TextValue.Reader.Needs;

    public override Truth Test(FieldValue value, in EvaluationContext context)
    {
        var pattern = operand.Read(context);
        if (pattern.IsMissing) return Truth.False;
        var text = TextValue.Read(value);
        if (!pattern.IsRead || !text.IsRead || compile(pattern.Value) is not { } regex) return Truth.Unknown;
        return Truths.Of(regex.IsMatch(text.Value));
    }

    private static Matches? Create(OperandParser parser, JsonNodeAt node)
    {
        if (parser.Parse(node, TextValue.Reader) is not { } operand) return null;
        if (operand is not LiteralOperand<string> literal)
            return new Matches(operand, pattern => pattern.Length > LongestPatternFromField ? null : Compile(pattern, parser.CaseSensitive, out _));
        if (parser.Scope.Patterns.Compile(literal.Value, parser.CaseSensitive, out var mistake) is { } regex) return new Matches(operand, _ => regex);
        parser.Scope.Note(node, $"the regular expression cannot be compiled: {mistake}");
        return null;
    }

    /// <summary>Null, and why, when the pattern cannot be compiled.</summary>
    public static Regex? Compile(string pattern, bool caseSensitive, out string? mistake)
    {
        var options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | (caseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase);
        try
        {
            mistake = null;
            return new Regex(pattern, options);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            mistake = exception.Message.TrimEnd('.');
            return null;
        }
    }
}
