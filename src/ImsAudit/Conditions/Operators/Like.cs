using System.Text;
using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>like</c>, of the value's text.</summary>
internal sealed class Like(Operand<string> operand, bool caseSensitive) : Operator
{
    private readonly Wildcard? _literal = operand is LiteralOperand<string> literal ? new Wildcard(literal.Value, caseSensitive) : null;
    private readonly byte[]? _part = caseSensitive ? null : PartOf((operand as LiteralOperand<string>)?.Value ?? "");

    public static OperatorDefinition Definition { get; } = new(
        "like", "notLike", OperandShape.Text,
        (parser, node) => parser.Parse(node, TextValue.Reader) is { } operand ? new Like(operand, parser.CaseSensitive) : null,
        "The whole of the field's text fits the pattern: * is any run, ? is one character.",
        "字段文本整体匹配通配符：*为任意长度，?为一个字符。");

    public override string OperandText => operand.Text;

    public override string Needs => TextValue.Reader.Needs;

    public override Truth Test(FieldValue value, in EvaluationContext context)
    {
        if (_part is not null && value.TryUtf8(out var utf8)) return Truths.Of(AsciiText.Contains(utf8, _part));
        var pattern = operand.Read(context);
        if (pattern.IsMissing) return Truth.False;
        var text = TextValue.Read(value);
        if (!pattern.IsRead || !text.IsRead) return Truth.Unknown;
        return Truths.Of((_literal ?? new Wildcard(pattern.Value, caseSensitive)).IsMatch(text.Value));
    }

    /// <summary>What the usual pattern, <c>*part*</c>, looks for; null for any other.</summary>
    private static byte[]? PartOf(string pattern) =>
        pattern is ['*', .. { Length: > 0 } part, '*'] && Ascii.IsValid(part) && !part.AsSpan().ContainsAny('*', '?') ? Encoding.ASCII.GetBytes(part) : null;
}
