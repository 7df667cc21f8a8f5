using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>like</c>, of the value's text.</summary>
internal static class Like
{
    public static OperatorDefinition Definition { get; } = new(
        "like", "notLike", OperandShape.Text, Create,
        "The whole of the field's text fits the pattern: * is any run, ? is one character.",
        "字段文本整体匹配通配符：*为任意长度，?为一个字符。");

    private static Comparison<string>? Create(OperandParser parser, Json.JsonNodeAt node) =>
        parser.Parse(node, TextValue.Reader) is { } operand ? new(TextValue.Reader, operand, TestFor(operand, parser.CaseSensitive)) : null;

    private static Func<string, string, bool> TestFor(Operand<string> operand, bool caseSensitive)
    {
        if (operand is not LiteralOperand<string> literal) return (text, pattern) => new Wildcard(pattern, caseSensitive).IsMatch(text);
        var wildcard = new Wildcard(literal.Value, caseSensitive);
        return (text, _) => wildcard.IsMatch(text);
    }
}
