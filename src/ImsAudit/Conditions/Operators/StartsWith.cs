using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>startsWith</c>, of the value's text.</summary>
internal static class StartsWith
{
    public static OperatorDefinition Definition { get; } = new(
        "startsWith", Negation: null, OperandShape.Text, Create,
        "The field's text begins with it.",
        "字段文本以该值开头。");

    private static Comparison<string>? Create(OperandParser parser, Json.JsonNodeAt node) =>
        parser.Parse(node, TextValue.Reader) is { } operand ? new(TextValue.Reader, operand, (text, start) => text.StartsWith(start, parser.TextComparison)) : null;
}
