using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>empty</c>: missing, null, <c>""</c>, only white space, <c>[]</c> or <c>{}</c>. Never unknown.</summary>
internal sealed class Empty(Operand<bool> operand) : Operator
{
    public static OperatorDefinition Definition { get; } = new(
        "empty", Negation: null, OperandShape.Boolean,
        (parser, node) => parser.Parse(node, BooleanValue.Reader) is { } operand ? new Empty(operand) : null,
        "With true: the field is missing, null, \"\", only white space, [] or {}; with false: anything else. Never unknown.",
        "true：字段缺失、null、空字符串、仅空白、[]或{}；false：其他情况。结果不会是未知。");

    public override string OperandText => operand.Text;

    public override string Needs => "nothing";

    public override string? OppositeOperandText => Presence.OppositeOf(operand);

    public override Truth TestMissing(in EvaluationContext context) => Presence.Test(operand, isSo: true, context);

    public override Truth Test(FieldValue value, in EvaluationContext context) => Presence.Test(operand, IsEmpty(value), context);

    private static bool IsEmpty(FieldValue value) => value.Kind switch
    {
        // A first letter that is none of the white space ends the question without making a text.
        ValueKind.String => value.Span[1] is not ((byte)'!' or (> (byte)'"' and < 0x7f and not (byte)'\\')) && string.IsNullOrWhiteSpace(value.Text),
        ValueKind.List or ValueKind.Object => !value.Span[1..^1].ContainsAnyExcept(" \t\r\n"u8),
        _ => false,
    };
}
