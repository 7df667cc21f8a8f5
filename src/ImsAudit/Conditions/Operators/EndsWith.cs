using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>endsWith</c>, of the value's text.</summary>
internal static class EndsWith
{
    public static OperatorDefinition Definition { get; } = new(
        "endsWith", Negation: null, OperandShape.Text, Create,
        "The field's text ends with it.",
        "字段文本以该值结尾。");

    private static Comparison<string>? Create(OperandParser parser, Json.JsonNodeAt node) =>
        parser.Parse(node, TextValue.Reader) is { } operand ? new(TextValue.Reader, operand, (text, end) => text.EndsWith(end, parser.TextComparison)) : null;
}
